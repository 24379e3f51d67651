import { messageText, type PromptCall } from '@entente/llm-clients';
import { describe, expect, it } from 'vitest';
import { franceInFall, springPlayed } from '../../../test/small-game.js';
import { PromptFolderError } from '../../errors.js';
import { consolidateDiaryPrompt } from '../consolidate-diary.js';
import { initializeAgentPrompt } from '../initialize-agent.js';
import { negotiationDiaryPrompt } from '../negotiation-diary.js';
import { phaseDiaryPrompt } from '../phase-diary.js';
import { promptSetDigest } from '../prompt-set.js';
import { PROMPT_SETS } from '../sets/prompt-sets.js';
import { updateStatePrompt } from '../update-state.js';
import { writeMessagesPrompt } from '../write-messages.js';
import { writeOrdersPrompt } from '../write-orders.js';
import { PROMPT_FILES } from './prompt-files.js';
import { readPromptFolder } from './read-prompt-folder.js';

const base = PROMPT_SETS.default;
const textOf = (call: PromptCall<unknown>) => call.messages.map(messageText).join('\n\n');
const setOf = (files: Readonly<Record<string, string>>) => readPromptFolder(files, base);
const request = (files: Readonly<Record<string, string>>) => ({ observation: franceInFall, prompts: setOf(files) });
const diary = { power: 'FRANCE', throughYear: 1902, consolidated: null, entries: franceInFall.self.diary } as const;

describe('a prompt folder', () => {
  it('changes no word if it has no files', () => {
    expect(promptSetDigest(setOf({}))).toBe(promptSetDigest(base));
  });

  it('changes no word if it repeats the words of a set, examples included', () => {
    const { rules, briefings, tasks } = PROMPT_SETS.simple;
    const files = {
      'system_prompt.txt': `${rules}\n`,
      'italy_system_prompt.txt': briefings.ITALY,
      'planning_instructions.txt': tasks.plan,
    };
    expect(promptSetDigest(readPromptFolder(files, PROMPT_SETS.simple))).toBe(promptSetDigest(PROMPT_SETS.simple));
  });

  it('replaces the rules for all powers, and the description of a single one', () => {
    const prompts = setOf({ 'system_prompt.txt': 'Be bold.', 'france_system_prompt.txt': 'You love Spain.' });
    const text = textOf(writeMessagesPrompt.with({ observation: franceInFall, prompts }));
    expect(text.startsWith('Be bold.\n\nTHE MAP\n')).toBe(true);
    expect(text).toContain('\nYou are FRANCE. You love Spain.\n');
    expect(prompts.briefings.ITALY).toBe(base.briefings.ITALY);
  });

  it('replaces the task of all powers or of a single one, and leaves title and shape', () => {
    const files = {
      'conversation_instructions.txt': 'Talk.',
      'conversation_instructions_france.txt': 'Parlez.',
      'order_instructions_movement_phase.txt': 'March.',
    };
    expect(textOf(writeMessagesPrompt.with(request(files)))).toContain(
      '\nYOUR TASK: WRITE MESSAGES\nParlez.\nAnswer as JSON: {"messages"',
    );
    expect(textOf(writeOrdersPrompt.with(request(files)))).toContain(
      '\nYOUR TASK: WRITE MOVEMENT ORDERS\nMarch.\nAnswer as JSON: {"reasoning"',
    );
    expect(setOf(files).tasks.messages).toBe('Talk.');
  });

  it('removes an example of ours together with its task', () => {
    const files = { 'conversation_instructions.txt': 'Talk.', 'planning_instructions_france.txt': 'Plan.' };
    const text = textOf(
      writeMessagesPrompt.with({ observation: franceInFall, prompts: readPromptFolder(files, PROMPT_SETS.simple) }),
    );
    expect(text).not.toContain('Example, from another game');
  });

  it('replaces the sections between character and standing by its own context', () => {
    const template =
      '{power_name} in {current_phase}, until {max_year}, from {home_centers}.\nUnits:\n{all_unit_locations}\n{possible_orders}\nSaid: {messages_this_round}';
    const call = writeOrdersPrompt.with(request({ 'context_prompt.txt': template }));
    expect(call.messages[1]?.parts.map(({ text }) => text.split('\n')[0])).toEqual([
      'FRANCE in F1902M, until 1905, from Brest (BRE), Marseilles (MAR), Paris (PAR).',
      'WHERE YOU STAND',
      'YOUR TASK: WRITE MOVEMENT ORDERS',
    ]);
    const text = textOf(call);
    expect(text).toContain('\nFRANCE: A PAR, F MAO\nGERMANY: A MUN\n');
    expect(text).toContain('\nYOUR LEGAL ORDERS\n');
    expect(text).toContain('Said: \nPRESS OF F1902M\n[round 1] FRANCE to all: Germany lies.\n');
    expect(text).not.toContain('THE BOARD');
  });

  it.each([
    [
      'initial_state_prompt.txt',
      'You, {power_name}: {allowed_labels_str}',
      'You, FRANCE: Enemy, Unfriendly, Neutral, Friendly, Ally',
      'SET OUT\nAnswer as JSON: {"goals"',
    ],
    [
      'negotiation_diary_prompt.txt',
      'G: {agent_goals} {{"a": 1}}',
      '- Take Munich by 1903.\n- Keep Brest. {"a": 1}',
      'REVIEW THE NEGOTIATION\nAnswer as JSON: {"diary"',
    ],
    [
      'phase_result_diary_prompt.txt',
      'O: {all_orders_formatted} P: {your_negotiations}',
      'GERMANY: A MUN - BUR (bounce) P: \nPRESS OF S1902M',
      'REVIEW THE PHASE',
    ],
    [
      'state_update_prompt.txt',
      'S: {phase_summary}, {current_year}',
      'FRANCE: centres 2 to 2, units 2 to 2',
      'UPDATE WHERE YOU STAND\nAnswer as JSON: {"reasoning"',
    ],
    [
      'diary_consolidation_prompt.txt',
      'All: {full_diary_text}',
      '[S1902M negotiation] Germany promised',
      'CONSOLIDATE YOUR DIARY',
    ],
  ])('replaces the whole prompt of %s but for title and shape', (name, template, filled, asked) => {
    const { prompts, observation } = request({ [name]: template });
    const texts = [
      initializeAgentPrompt.with({ prompts, observation }),
      negotiationDiaryPrompt.with({ prompts, observation }),
      phaseDiaryPrompt.with({ prompts, played: springPlayed }),
      updateStatePrompt.with({ prompts, played: springPlayed, diary: null }),
      consolidateDiaryPrompt.with({ prompts, diary }),
    ].map(textOf);
    const changed = texts.filter((text) => text.includes(`\nYOUR TASK: ${asked}`) && text.includes(filled));
    expect(changed).toHaveLength(1);
    expect(changed[0]).not.toContain('\nWHERE YOU STAND\n');
    expect(changed[0]).not.toContain(base.tasks.consolidation);
  });

  it('may show JSON with or without doubled braces', () => {
    const shown = (text: string) => textOf(negotiationDiaryPrompt.with(request({ 'negotiation_diary_prompt.txt': text })));
    expect(shown('{power_name}: {"a": {"b": 1}}')).toContain('FRANCE: {"a": {"b": 1}}');
    expect(shown('{power_name}: {{"a": {{"b": 1}}}}')).toContain('FRANCE: {"a": {"b": 1}}');
    expect(setOf({ 'conversation_instructions.txt': 'As {{"a": 1}}' }).tasks.messages).toBe('As {"a": 1}');
  });

  it('fills in no placeholder within a value', () => {
    const observation = {
      ...franceInFall,
      press: [{ phase: 'F1902M', round: 1, sender: 'GERMANY', recipient: 'FRANCE', text: '{agent_goals}' } as const],
    };
    const prompts = setOf({ 'context_prompt.txt': '{messages_this_round}' });
    expect(textOf(writeMessagesPrompt.with({ observation, prompts }))).toContain('GERMANY to FRANCE: {agent_goals}');
  });

  it('lists the unused files', () => {
    expect(setOf({ 'few_shot_example.txt': '', 'order_diary_prompt.txt': '{orders_list_str}' }).notes).toEqual([
      expect.stringContaining('few_shot_example.txt is not used'),
      expect.stringContaining('order_diary_prompt.txt is not used'),
    ]);
    expect(setOf({ 'README.md': 'x', '.DS_Store': 'x' }).notes).toBeUndefined();
  });
});

it('keeps our words where a file is empty, as stock folders have them, and says so', () => {
  const prompts = setOf({ 'initial_state_prompt.txt': ' \n' });
  expect({ ...prompts, name: base.name, notes: undefined }).toEqual({ ...base, notes: undefined });
  expect(prompts.notes).toEqual(['initial_state_prompt.txt is empty, so the prompt of default is used.']);
});

describe('the check of a prompt folder', () => {
  const refusalOf = (files: Readonly<Record<string, string>>): PromptFolderError => {
    try {
      setOf(files);
    } catch (error) {
      if (PromptFolderError.isInstance(error)) return error;
      throw error;
    }
    throw new Error('It was taken.');
  };

  it.each([
    [{ 'contxt_prompt.txt': 'x' }, 'A prompt folder has no file contxt_prompt.txt. Did you mean context_prompt.txt?'],
    [{ 'conversation_instructions_francee.txt': 'x' }, 'Did you mean conversation_instructions_france.txt?'],
    [{ 'notes.txt': 'x' }, 'Known are system_prompt.txt, context_prompt.txt, '],
    [
      { 'context_prompt.txt': '{power_nam}' },
      'context_prompt.txt has the placeholder {power_nam}, which does not exist there. Did you mean {power_name}?',
    ],
    [{ 'diary_consolidation_prompt.txt': '{board_state}' }, 'Known are {power_name}, {full_diary_text}.'],
    [{ 'conversation_instructions.txt': 'You are {power_name}.' }, 'It takes none; write {{ and }} for braces.'],
  ])('refuses %j', (files, message) => {
    const refusal = refusalOf(files);
    expect(refusal.message).toContain(message);
    expect(refusal.message).not.toContain('\n');
    expect(refusal.file).toBe(Object.keys(files)[0]);
  });

  it('names its placeholder too', () => {
    expect(refusalOf({ 'context_prompt.txt': '{power_name} {secrets}' })).toMatchObject({
      name: 'PromptFolderError',
      placeholder: 'secrets',
    });
  });

  it('accepts every placeholder of the table in every file', () => {
    for (const [name, { placeholders }] of PROMPT_FILES) {
      const files = { [name]: `Text. ${placeholders.map((placeholder) => `{${placeholder}}`).join(' ')}` };
      expect(() => setOf(files)).not.toThrow();
    }
  });
});
