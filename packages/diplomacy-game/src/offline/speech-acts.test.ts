import { POWERS, seededRandom, standardMap } from '@entente/diplomacy-rules';
import { describe, expect, it } from 'vitest';
import { type Deal, dealKey, shareOf } from './deal.js';
import { ACTS, readActs, sayAct } from './speech-acts.js';

const between = { sender: 'FRANCE', recipient: 'GERMANY' } as const;
const provinces = standardMap.provinces.map(({ id }) => id);

const deals: readonly Deal[] = [
  { kind: 'peace' },
  ...POWERS.filter((power) => power !== 'FRANCE' && power !== 'GERMANY').map((against): Deal => ({ kind: 'alliance', against })),
  ...provinces.map((province): Deal => ({ kind: 'demilitarized', province })),
  { kind: 'order', by: 'GERMANY', order: 'A MUN S A PAR - BUR' },
  { kind: 'order', by: 'GERMANY', order: 'F HOL S F BEL' },
  { kind: 'order', by: 'FRANCE', order: 'F ENG C A LON - BRE' },
  { kind: 'order', by: 'FRANCE', order: 'F MAO - SPA/NC' },
  { kind: 'order', by: 'FRANCE', order: 'F BUL/EC S F CON - BUL/SC' },
  { kind: 'order', by: 'FRANCE', order: 'A PIC H' },
  { kind: 'order', by: 'GERMANY', order: 'A KIE - NWY VIA' },
  ...provinces
    .slice(1)
    .map((province, at) => shareOf({ power: 'FRANCE', province }, { power: 'GERMANY', province: provinces[at] ?? 'BEL' })),
];

describe('what one offline diplomat says and another one reads', () => {
  it('is the same act about the same deal, in every wording', () => {
    const random = seededRandom('round trip');
    for (const deal of deals) {
      for (const act of ACTS) {
        for (let time = 0; time < 6; time += 1) {
          const text = sayAct({ act, deal, ...between }, random);
          expect(readActs(text, between), text).toEqual([{ act, deal, ...between }]);
        }
      }
    }
  });

  it('is found again in a message with several things in it', () => {
    const random = seededRandom('several');
    for (let time = 0; time < 300; time += 1) {
      const said = Array.from({ length: 3 }, () => ({
        act: ACTS[Math.floor(random() * ACTS.length)] ?? ('propose' as const),
        deal: deals[Math.floor(random() * deals.length)] ?? ({ kind: 'peace' } as const),
        ...between,
      }));
      const text = said.map((each) => sayAct(each, random)).join(' ');
      expect(readActs(text, between), text).toEqual(said);
    }
  });

  it('means the same from either side', () => {
    const order: Deal = { kind: 'order', by: 'GERMANY', order: 'A MUN S A PAR - BUR' };
    const share = shareOf({ power: 'FRANCE', province: 'BEL' }, { power: 'GERMANY', province: 'HOL' });
    const back = { sender: 'GERMANY', recipient: 'FRANCE' } as const;
    for (const deal of [order, share]) {
      for (let seed = 0; seed < 10; seed += 1) {
        const text = sayAct({ act: 'accept', deal, ...back }, seededRandom(seed));
        expect(
          readActs(text, back).map((act) => dealKey(act.deal)),
          text,
        ).toEqual([dealKey(deal)]);
      }
    }
  });

  it('varies', () => {
    const texts = Array.from({ length: 200 }, (_, seed) =>
      sayAct({ act: 'propose', deal: { kind: 'demilitarized', province: 'ENG' }, ...between }, seededRandom(seed)),
    );
    expect(new Set(texts).size).toBeGreaterThan(100);
  });

  it('counts a deal that is merely mentioned as a proposal, and finds none in idle talk', () => {
    expect(readActs('It would be wise: Burgundy stays empty', between)).toEqual([
      { act: 'propose', deal: { kind: 'demilitarized', province: 'BUR' }, ...between },
    ]);
    expect(readActs('A fine spring. The weather in Burgundy is mild.', between)).toEqual([]);
  });
});
