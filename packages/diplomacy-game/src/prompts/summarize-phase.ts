import { definePrompt } from '@entente/llm-clients';
import type { PhaseRecord } from '../state/index.js';
import { happenedSection, pressSection } from './game-messages.js';
import { boardSection } from './situation-sections.js';
import { PROMPT_TITLES } from './prompt-titles.js';
import { taskTitle } from './task-section.js';

const RULES =
  'You tell a game of Diplomacy to spectators. You see everything: the board, every order and what came of it, every message, private ones ' +
  'too. In brackets after an order stands why it failed: bounce, cut, dislodged, disband, no convoy, void. You take no side and invent nothing.';

const TASK =
  'Tell this phase in 120 to 200 words, in the present tense: what was agreed and what was done instead, who gained and who lost ground, ' +
  'where a promise was broken, and what hangs in the air now. Full names of places rather than letters; quote at most one line of a message. Text alone.';

/** Asks for the tale of a phase for spectators, who see everything, private messages included; free text. */
export const summarizePhasePrompt = definePrompt<{ readonly record: PhaseRecord }>({
  name: 'summarize-phase',
  version: '1',
  render: ({ record }) => {
    const sections = [boardSection(record.position), pressSection(record.phase, record.press), happenedSection(record)];
    return [
      { role: 'system', parts: [{ kind: 'stable', text: RULES }] },
      {
        role: 'user',
        parts: [
          ...sections.filter((section) => section !== '').map((text) => ({ kind: 'history', text }) as const),
          { kind: 'tail', text: `${taskTitle(PROMPT_TITLES['summarize-phase'][0])}\n${TASK}` },
        ],
      },
    ];
  },
});
