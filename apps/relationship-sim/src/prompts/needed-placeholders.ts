import type { AgentWords } from '@entente/relationship-agent';
import type { DirectorWords } from '@entente/scene-master';

type Needed<Words> = { readonly [name in keyof Words]?: readonly string[] };

/** Placeholders without which a prompt does not show who or what it is about, or how to answer. Others may be left out. */
export const NEEDED_PLACEHOLDERS: { readonly agent: Needed<AgentWords>; readonly director: Needed<DirectorWords> } = {
  agent: {
    'persona.name': ['name'],
    'line.situation': ['situation'],
    'line.secret': ['text'],
    'line.wish': ['text'],
    'line.event': ['text'],
    'line.event-alone': ['text'],
    'line.narrated': ['text'],
    'line.narrated-alone': ['text'],
    'line.deed': ['name', 'move'],
    'line.own-deed': ['move'],
    'move.words': ['words'],
    scale: ['emotions'],
    'task.appraise': ['scale'],
    'task.appraise-memories': ['scale'],
  },
  director: {
    'answer.json': ['shape'],
    'title.character': ['id', 'name'],
    'scenario.situation': ['situation'],
    'scenario.only': ['name', 'text'],
    'scene.begins': ['situation'],
    'scene.only': ['name', 'text'],
    'event.both': ['event'],
    'event.one': ['name', 'event'],
    'deed.done': ['deed'],
    'deed.said': ['words'],
    'narrated.one': ['name', 'text'],
    'opening.told': ['secrets'],
    'progress.parts': ['mayAct'],
    'may-act.one': ['id'],
    'assess.states': ['states'],
    'assess.facts': ['facts'],
    'assess.told': ['secrets'],
    'state.line': ['state', 'values'],
    'fact.line': ['fact', 'to'],
    'secret.line': ['id', 'text'],
    'task.commitment-score': ['name'],
  },
};
