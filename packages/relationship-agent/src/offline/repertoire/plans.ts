import type { Plan } from '@entente/relationship/offline';

/** Sentences that propose a plan. */
export const PROPOSALS: { readonly [P in Plan]?: readonly string[] } = {
  'stage to dating': [
    'I would like to see you again, and not by accident.',
    'I want to see you again. You and me, on a day with nothing else in it.',
  ],
  'stage to together': [
    'I want to be with you, and I want to call it that.',
    'I would like us to be together. I have looked at it from all sides.',
  ],
  'stage to engaged': [
    'Marry me. I had a better speech for it.',
    'I want to marry you, and this is me asking.',
    'Let us get married. I would rather ask badly than not at all.',
  ],
  'stage to married': ['Let us get married, and soon, and small.', 'I want us to be married before the year is out.'],
  'living to together': [
    'Let us move in together. I have wanted to say it for weeks.',
    'I want us to live together, with one rent and two keys.',
  ],
  'living to long-distance': ['Let us try it long distance, for a year, with a date at the end of it.'],
  'children to +1': ['I want to have children with you. One, to begin with.'],
};

/** Sentences that agree to what the other one has proposed. */
export const AGREEMENTS: readonly string[] = [
  'Yes, let us.',
  'Yes. I would like that.',
  'Yes, let us do it before we talk ourselves out of it.',
  'Yes. I want that too.',
  'Yes. I had not dared to ask.',
];
