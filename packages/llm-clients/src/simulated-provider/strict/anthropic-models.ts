/** Features of Anthropic's models by name. Kept apart from our own table of capabilities, so that each checks the other. */
export interface AnthropicModelRules {
  readonly names: RegExp;
  /** `one`: temperature or top_p, not both. */
  readonly sampling: 'both' | 'one' | 'none';
  readonly thinking: readonly ('enabled' | 'adaptive' | 'disabled')[];
  readonly efforts: boolean;
  readonly formats: boolean;
  /** Whether the conversation may end with words of the assistant's, which the reply goes on from. */
  readonly prefill: boolean;
  readonly mostOutput?: number | undefined;
  readonly context: number;
}

const BUDGET = ['enabled', 'disabled'] as const;
const ADAPTIVE = ['adaptive', 'disabled'] as const;
const CONTEXT = 200_000;
const OLD = { thinking: BUDGET, efforts: false, formats: false, prefill: true, context: CONTEXT } as const;
const NEWEST = { sampling: 'none', efforts: true, formats: true, prefill: false, context: 1_000_000 } as const;

// First match wins. https://platform.claude.com/docs/en/about-claude/models/overview, .../build-with-claude/extended-thinking,
// .../adaptive-thinking, .../effort and .../structured-outputs
export const ANTHROPIC_MODEL_RULES: readonly AnthropicModelRules[] = [
  { ...OLD, names: /^claude-(2|instant|3-(opus|sonnet|haiku))/, sampling: 'both', thinking: [], mostOutput: 4_096 },
  { ...OLD, names: /^claude-3-5/, sampling: 'both', thinking: [], mostOutput: 8_192 },
  { ...OLD, names: /^claude-3-7/, sampling: 'both', mostOutput: 128_000 },
  { ...OLD, names: /^claude-opus-4-1/, sampling: 'one', formats: true, mostOutput: 32_000 },
  { ...OLD, names: /^claude-opus-4($|-0|-2\d{7})/, sampling: 'both', mostOutput: 32_000 },
  { ...OLD, names: /^claude-sonnet-4($|-0|-2\d{7})/, sampling: 'both', mostOutput: 64_000 },
  { ...OLD, names: /^claude-opus-4-5/, sampling: 'one', efforts: true, formats: true, mostOutput: 64_000 },
  { ...OLD, names: /^claude-(sonnet|haiku)-4-5/, sampling: 'one', formats: true, mostOutput: 64_000 },
  {
    names: /^claude-(opus|sonnet)-4-6/,
    sampling: 'one',
    thinking: ['enabled', 'adaptive', 'disabled'],
    efforts: true,
    formats: true,
    prefill: false,
    mostOutput: 128_000,
    context: CONTEXT,
  },
  { ...NEWEST, names: /^claude-(fable|mythos)/, thinking: ['adaptive'] },
  { ...NEWEST, names: /^claude-(opus|sonnet|haiku)-/, thinking: ADAPTIVE },
];
