import type { Message, MessagePart } from '../language-model.js';

export interface TextBlock {
  readonly type: 'text';
  readonly text: string;
  readonly cache_control?: { readonly type: 'ephemeral' };
}

export interface AnthropicPrompt {
  readonly system: readonly TextBlock[];
  readonly messages: readonly { readonly role: 'user' | 'assistant'; readonly content: readonly TextBlock[] }[];
}

/**
 * Messages as the Anthropic wire takes them: system text apart, each message in as few blocks as its cache breakpoints
 * allow. Breakpoints stand after the last `stable` and the last `history` part (two of the four that are allowed). Blocks
 * are read as one text, so the blank line between two parts begins the later one.
 */
export function toAnthropicPrompt(messages: readonly Message[]): AnthropicPrompt {
  const system = messages.filter((message) => message.role === 'system');
  const spoken = messages.filter((message) => message.role !== 'system');
  const inOrder = [...system, ...spoken].flatMap((message) => message.parts);
  const breakpoints = new Set<MessagePart | undefined>([
    inOrder.findLast((part) => part.kind === 'stable' && part.text !== ''),
    inOrder.findLast((part) => part.kind === 'history' && part.text !== ''),
  ]);
  return {
    system: toBlocks(
      system.flatMap((message) => message.parts),
      breakpoints,
    ),
    messages: spoken.flatMap(({ role, parts }) => {
      const content = toBlocks(parts, breakpoints);
      // A message without text is refused.
      return content.length > 0 ? [{ role: role === 'assistant' ? 'assistant' : 'user', content }] : [];
    }),
  };
}

function toBlocks(parts: readonly MessagePart[], breakpoints: ReadonlySet<MessagePart | undefined>): readonly TextBlock[] {
  const blocks: TextBlock[] = [];
  let open = '';
  let first = true;
  for (const part of parts) {
    if (part.text === '') continue;
    open += first ? part.text : `\n\n${part.text}`;
    first = false;
    if (!breakpoints.has(part)) continue;
    blocks.push({ type: 'text', text: open, cache_control: { type: 'ephemeral' } });
    open = '';
  }
  return open === '' ? blocks : [...blocks, { type: 'text', text: open }];
}
