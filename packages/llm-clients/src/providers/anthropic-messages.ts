import type { Message, MessagePart } from '../language-model.js';

export interface TextBlock {
  readonly type: 'text';
  readonly text: string;
  readonly cache_control?: { readonly type: 'ephemeral' } | undefined;
}

export interface AnthropicPrompt {
  readonly system: readonly TextBlock[];
  readonly messages: readonly { readonly role: 'user' | 'assistant'; readonly content: readonly TextBlock[] }[];
}

const OPENING: TextBlock = { type: 'text', text: '(The conversation begins.)' };

/**
 * Converts messages to the Anthropic wire: system text apart, each message in as few blocks as its cache breakpoints allow, a
 * user turn first, nothing empty. Breakpoints follow the last `stable` and the last `history` part: two of the four allowed.
 */
export function toAnthropicPrompt(messages: readonly Message[]): AnthropicPrompt {
  const system = messages.filter((message) => message.role === 'system');
  const spoken = messages.filter((message) => message.role !== 'system');
  const inOrder = [...system, ...spoken].flatMap((message) => message.parts).filter(hasText);
  const breakpoints = new Set<MessagePart | undefined>([
    inOrder.findLast((part) => part.kind === 'stable'),
    inOrder.findLast((part) => part.kind === 'history'),
  ]);
  const turns = spoken.flatMap(({ role, parts }) => {
    const content = toBlocks(parts, breakpoints);
    return content.length > 0 ? [{ role: role === 'assistant' ? 'assistant' : 'user', content } as const] : [];
  });
  return {
    system: toBlocks(
      system.flatMap((message) => message.parts),
      breakpoints,
    ),
    messages: turns[0]?.role === 'user' ? turns : [{ role: 'user', content: [OPENING] }, ...turns],
  };
}

function toBlocks(parts: readonly MessagePart[], breakpoints: ReadonlySet<MessagePart | undefined>): readonly TextBlock[] {
  const blocks: TextBlock[] = [];
  let open: string[] = [];
  for (const part of parts.filter(hasText)) {
    open.push(part.text);
    if (!breakpoints.has(part)) continue;
    blocks.push({ type: 'text', text: open.join('\n\n'), cache_control: { type: 'ephemeral' } });
    open = [];
  }
  return open.length > 0 ? [...blocks, { type: 'text', text: open.join('\n\n') }] : blocks;
}

// The API refuses blocks of white space only.
function hasText(part: MessagePart): boolean {
  return part.text.trim() !== '';
}
