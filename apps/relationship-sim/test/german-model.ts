import type { OfflineRequest, OfflineResponder } from '@entente/llm-clients';
import { EMOTIONS } from '@entente/relationship';

/** Everything that a model was asked, by the title of the task; `unknown` for a prompt without a title it knows. */
export interface Heard {
  readonly prompts: { readonly title: string; readonly text: string }[];
}

/**
 * Answers in German, by German titles alone: a stand-in for a model that is asked in another language.
 * @param heard gathers each prompt
 * @param onAsked called before each answer
 */
export function germanResponders(heard: Heard, onAsked: () => void): readonly OfflineResponder[] {
  return [...Object.entries(ANSWERS), ['unknown', () => ({})] as const].map(([title, answer]) => ({
    name: title,
    recognises: ({ messages }) => title === 'unknown' || messages.some(({ text }) => text.includes(`DEINE AUFGABE: ${title}`)),
    reply: (request) => {
      const text = request.messages.map((message) => message.text).join('\n\n');
      heard.prompts.push({ title, text });
      onAsked();
      return JSON.stringify(answer(text, request));
    },
  }));
}

const emotions = () => Object.fromEntries(EMOTIONS.map((emotion, index) => [emotion, index / 10]));

const ANSWERS: Readonly<Record<string, (text: string, request: OfflineRequest) => unknown>> = {
  'DEN AUGENBLICK BEWERTEN': () => ({ emotions: emotions(), thought: 'Ich sage es ihr heute noch.' }),
  'DEINE ERINNERUNGEN FÜHLEN': (text) => ({
    appraisals: [...(text.split('DIE ERINNERUNGEN\n')[1] ?? '').matchAll(/^(\d+)\. /gm)].map(([, number]) => ({
      memory: Number(number),
      emotions: emotions(),
    })),
  }),
  'WÄHLEN, WAS DU TUST': () => ({
    deed: 'stellt die Tasse ab',
    words: 'Setz dich bitte zu mir.',
    tone: 'leise',
    reason: 'Einer muss anfangen.',
    option: '',
  }),
  ZURÜCKBLICKEN: () => ({
    reflection: 'Wir sind einander näher, als ich dachte.',
    story: 'Wir saßen am Tisch und redeten.',
    ofOther: '',
  }),
  'SZENE 1 ERÖFFNEN': () => opening(),
  'SZENE ': () => ({ later: 'Drei Wochen später.', weeks: 3, ...opening() }),
  'JEDEM EIN GEHEIMNIS GEBEN': () => ({ A: '', B: '' }),
  'ERZÄHLEN, WAS ALS NÄCHSTES GESCHIEHT': (text) => ({
    narrative: 'Draußen hält eine Bahn.',
    only_A: '',
    only_B: '',
    actor: /"actor": "([AB])"/.exec(text)?.[1] ?? 'A',
    question: 'Was nun?',
    options: [],
  }),
  'DIE SZENE SCHLIESSEN': () => ({ narrative: 'Das Licht im Flur geht aus.', only_A: '', only_B: '' }),
  'DIE SZENE ZUSAMMENFASSEN': () => ({ scene_summary: 'Sie reden am Tisch, und manches bleibt offen.' }),
  'ABLESEN, WAS SICH GEÄNDERT HAT': () => ({
    states: [{ state: 'repair', to: 'attempted', quote: 'Setz dich bitte zu mir.' }],
    facts: [],
    told: [],
  }),
  'DIE BINDUNG VON PERSON': () => ({ reasoning: 'Kein Beleg für Alternativen.', score: 6.5 }),
};

const opening = () => ({
  theme: 'Ein Abend in der Küche',
  setting: 'Eine kleine Küche, spät am Abend.',
  others: [],
  situation: 'Beide stehen am Fenster.',
  only_A: '',
  only_B: '',
  conflict: 'Einer will reden, einer nicht.',
  goal_A: 'gehört zu werden',
  goal_B: 'in Ruhe gelassen zu werden',
});
