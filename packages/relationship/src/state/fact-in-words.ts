import { type ByPartner, PARTNERS } from '../ports/partners.js';
import type { CoupleChange, CoupleFacts, CoupleStage, Living } from './couple-facts.js';

const STAGES: Readonly<Record<CoupleStage, string>> = {
  strangers: 'they do not know each other',
  acquainted: 'they know each other',
  dating: 'they are going out with each other',
  together: 'they are together',
  engaged: 'they are engaged',
  married: 'they are married',
  separated: 'they have separated',
};

const HOMES: Readonly<Record<Living, string>> = {
  apart: 'they live apart',
  together: 'they live together',
  'long-distance': 'they live far from each other',
};

const PARENTS: Readonly<Record<string, (name: string) => string>> = {
  both: (name) => `both of ${name}'s parents are alive`,
  one: (name) => `only one of ${name}'s parents is alive`,
  none: (name) => `neither of ${name}'s parents is alive`,
};

/** Fact of a couple as a clause: `they live together`. @param after facts after the change, which count children that were added */
export function factInWords(names: ByPartner<string>, { children }: CoupleFacts, { fact, to }: CoupleChange): string {
  const name = names[PARTNERS.find((partner) => fact.startsWith(`${partner}.`)) ?? 'A'];
  switch (fact) {
    case 'stage':
      return (STAGES as Readonly<Record<string, string | undefined>>)[to] ?? `they are ${to}`;
    case 'living':
      return (HOMES as Readonly<Record<string, string | undefined>>)[to] ?? `they live ${to}`;
    case 'children':
      return children === 1 ? 'they have a child' : `they have ${children ?? to} children`;
    case 'A.work':
    case 'B.work':
      return `${name} is ${to.replace(/^(at|between)-/, '$1 ')}`;
    case 'A.parents':
    case 'B.parents':
      return PARENTS[to]?.(name) ?? `of ${name}'s parents, ${to} are alive`;
    case 'A.grandparents':
    case 'B.grandparents':
      return to === 'true' ? `${name} has grandparents` : `none of ${name}'s grandparents is alive`;
    case 'A.pet':
    case 'B.pet':
      return to === 'true' ? `${name} has a pet` : `${name} has no pet any more`;
    default:
      return fact satisfies never;
  }
}
