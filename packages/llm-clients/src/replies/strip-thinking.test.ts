import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readReply } from './read-reply.js';
import { stripThinking, textOf } from './strip-thinking.js';

const ANSWER = 'We hold {the line}, and 3 < 4.';
const VALUE = '{"action": "leave", "why": "a <think>thought</think> and <|im_end|>"}';

/** How families of models write what they think, and where their turns end. */
const FAMILIES: readonly (readonly [family: string, write: (answer: string) => string])[] = [
  ['DeepSeek R1, Qwen 3', (answer) => `<think>\nmaybe {"action": "stay"}\n</think>\n\n${answer}`],
  ['a server that put the opening tag into the prompt', (answer) => `maybe {"action": "stay"} or {\n</think>\n\n${answer}`],
  ['a tag with a blank', (answer) => `<think >hm</think >${answer}`],
  ['tags in capitals', (answer) => `<THINK>hm</THINK>${answer}`],
  ['an empty thought', (answer) => `<think/>${answer}`],
  ['Claude by its prompt', (answer) => `<thinking>hm {"action": "stay"}</thinking>${answer}`],
  ['EXAONE', (answer) => `<thought>hm</thought>${answer}`],
  ['Seed-OSS', (answer) => `<seed:think>hm {"action": "stay"}</seed:think>${answer}<seed:eos>`.replace('<seed:eos>', '')],
  ['LongCat', (answer) => `<longcat_think>hm</longcat_think>${answer}`],
  ['Magistral', (answer) => `[THINK]hm {"action": "stay"}[/THINK]${answer}</s>`],
  ['Kimi', (answer) => `◁think▷hm {"action": "stay"}◁/think▷${answer}`],
  ['OpenThinker', (answer) => `<|begin_of_thought|>hm<|end_of_thought|>\n\n<|begin_of_solution|>${answer}<|end_of_solution|>`],
  ['Command A', (answer) => `<|START_THINKING|>hm<|END_THINKING|><|START_RESPONSE|>${answer}<|END_RESPONSE|>`],
  [
    'Apriel',
    (answer) => `Here are my steps: {"action": "stay"}\n[BEGIN FINAL RESPONSE]\n${answer}\n[END FINAL RESPONSE]\n<|end|>`,
  ],
  [
    'gpt-oss',
    (answer) =>
      `<|channel|>analysis<|message|>hm {"action": "stay"}<|end|><|start|>assistant<|channel|>final<|message|>${answer}<|return|>`,
  ],
  [
    'gpt-oss with a shape',
    (answer) =>
      `<|start|>assistant<|channel|>analysis<|message|>hm<|end|><|start|>assistant<|channel|>final <|constrain|>json<|message|>${answer}`,
  ],
  ['gpt-oss without its marks', (answer) => `analysisThe user wants {"action": "stay"}.assistantfinal${answer}`],
  ['Gemma', (answer) => `<|channel>thought\nhm {"action": "stay"}<channel|>${answer}<turn|>`],
  ['MedGemma', (answer) => `<unused94>thought\nhm<unused95>${answer}`],
  ['two thoughts', (answer) => `<think>a</think>so<think>b</think>${answer}`.replace('so<', '<')],
  ['ChatML with a runaway turn', (answer) => `${answer}<|im_end|>\n<|im_start|>user\nAnd {"action": "stay"}?<|im_end|>`],
  ['ChatML with its beginning', (answer) => `<|im_start|>assistant\n${answer}<|im_end|>`],
  ['Llama 3', (answer) => `<|start_header_id|>assistant<|end_header_id|>\n\n${answer}<|eot_id|>`],
  ['Llama 2', (answer) => `<s>${answer}</s>[INST] And {"action": "stay"}? [/INST]`],
  ['Gemma 2', (answer) => `<start_of_turn>model\n${answer}<end_of_turn>\n<start_of_turn>user\nWhy?`],
  ['Phi', (answer) => `${answer}<|end|><|user|>Why?<|end|>`],
  ['GPT-NeoX', (answer) => `${answer}<|endoftext|>The next document {"action": "stay"}`],
  ['DeepSeek', (answer) => `${answer}<｜end▁of▁sentence｜><｜User｜>Why?`],
  ['Command R', (answer) => `<|START_OF_TURN_TOKEN|><|CHATBOT_TOKEN|>${answer}<|END_OF_TURN_TOKEN|>`],
  ['Hunyuan, GLM', (answer) => `<think>hm</think>\n<answer>\n${answer}\n</answer>`],
  ['Ernie', (answer) => `hm {"action": "stay"}\n</think>\n\n<response>\n${answer}\n</response>\n`],
  ['GLM with a box', (answer) => `<think>hm</think><|begin_of_box|>${answer}<|end_of_box|>`],
  ['Granite', (answer) => `Here is my thought process: maybe {"action": "stay"}\n\nHere is my response: ${answer}`],
  ['Pangu', (answer) => `[unused16]hm {"action": "stay"}[unused17]${answer}[unused10]`],
  ['a template with a tag of its own', (answer) => `<reflection>hm</reflection><inner_monologue>so</inner_monologue>${answer}`],
  ['a tag with a number', (answer) => `<think:6124c78e>hm {"action": "stay"}</think:6124c78e>${answer}`],
  ['padding', (answer) => `${answer}<pad><pad><pad>`],
  ['a thought begun again behind the answer', (answer) => `${answer}\n<think>or rather {"action": "stay"}`],
];

describe.each(FAMILIES)('what %s writes around its answer', (_, write) => {
  it('is cut from plain text', () => {
    expect(textOf({ text: write(ANSWER) })).toBe(ANSWER);
  });

  it('is passed over when a value is read, and marks within its texts stay', () => {
    const schema = z.object({ action: z.string(), why: z.string() });
    expect(readReply(write(VALUE), schema)).toMatchObject({ ok: true, value: JSON.parse(VALUE) as object });
    expect(readReply(write(VALUE.replace('}', ',}')), schema)).toMatchObject({ ok: true, value: JSON.parse(VALUE) as object });
  });
});

describe('stripThinking', () => {
  it.each([
    'They use "</s>" to end a text.',
    'I wrote `<think>` in my notes and went on.',
    'She typed "<think>" and stopped.',
    '“</think>” is a tag that I saw.',
    'In "<|endoftext|>" we trust; hold Paris.',
    'The tag </s> ends a text.',
    'The token <|im_end|> ends a turn, remember that.',
    'Use <|user|> tokens in prompts.',
    'My tag <think> is never closed.',
  ])('leaves a mark that a text speaks of: %s', (text) => {
    expect(stripThinking(text)).toBe(text);
  });

  it.each([
    ['We hold</s> <s>[INST] more', 'We hold'],
    ['We hold the line <|im_end|> user\nAnd?', 'We hold the line'],
    ['We hold. [THINK] let me see', 'We hold.'],
    ['We hold, <think> or so </think> and wait.', 'We hold,  and wait.'],
    ['"We hold."</s>', '"We hold."'],
  ])('cuts a mark that is one: %s', (text, said) => {
    expect(stripThinking(text)).toBe(said);
  });

  it.each([
    ['a thought that never ends', '<think>hm', ''],
    ['a thought of a channel that never ends', '<|channel|>analysis<|message|>hm', ''],
    ['struck text', 'It is <s>over</s> not over.', 'It is <s>over</s> not over.'],
    ['comparisons and lists', 'a <b> c [d] <- e', 'a <b> c [d] <- e'],
    ['a word that only begins like a tag', 'I <thinkso> it is.', 'I <thinkso> it is.'],
    ['nothing but marks', '<|im_end|>', ''],
  ])('takes %s', (_, text, said) => {
    expect(stripThinking(text)).toBe(said);
  });
});
