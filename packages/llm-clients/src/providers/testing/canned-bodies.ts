/** A chat completion as OpenAI sends it, with whatever a test changes. */
export function chatCompletion(
  changes: {
    readonly message?: object | undefined;
    readonly choice?: object | undefined;
    readonly body?: object | undefined;
  } = {},
): Record<string, unknown> {
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1_700_000_000,
    model: 'gpt-4.1-2025-04-14',
    system_fingerprint: 'fp_1',
    choices: [
      {
        index: 0,
        finish_reason: 'stop',
        logprobs: null,
        message: { role: 'assistant', content: 'Hello.', refusal: null, ...changes.message },
        ...changes.choice,
      },
    ],
    usage: {
      prompt_tokens: 1_200,
      completion_tokens: 30,
      total_tokens: 1_230,
      prompt_tokens_details: { cached_tokens: 1_024 },
      completion_tokens_details: { reasoning_tokens: 10 },
    },
    ...changes.body,
  };
}

/** A message as Anthropic sends it, with whatever a test changes. */
export function anthropicMessage(changes: object = {}): Record<string, unknown> {
  return {
    id: 'msg_1',
    type: 'message',
    role: 'assistant',
    model: 'claude-sonnet-5-5',
    content: [{ type: 'text', text: 'Hello.', citations: null }],
    stop_reason: 'end_turn',
    stop_sequence: null,
    usage: { input_tokens: 50, cache_creation_input_tokens: 300, cache_read_input_tokens: 1_000, output_tokens: 20 },
    ...changes,
  };
}

/** A response as OpenAI's Responses API sends it, with whatever a test changes. */
export function openAiResponse(changes: object = {}): Record<string, unknown> {
  return {
    id: 'resp_1',
    object: 'response',
    created_at: 1_700_000_000,
    status: 'completed',
    error: null,
    incomplete_details: null,
    model: 'gpt-5.4-2026-03-05',
    output: [
      { type: 'reasoning', id: 'rs_1', summary: [{ type: 'summary_text', text: 'Greeting is polite.' }] },
      {
        type: 'message',
        id: 'msg_1',
        role: 'assistant',
        status: 'completed',
        content: [{ type: 'output_text', text: 'Hello.', annotations: [] }],
      },
    ],
    usage: {
      input_tokens: 1_200,
      input_tokens_details: { cached_tokens: 1_024 },
      output_tokens: 30,
      output_tokens_details: { reasoning_tokens: 10 },
      total_tokens: 1_230,
    },
    ...changes,
  };
}
