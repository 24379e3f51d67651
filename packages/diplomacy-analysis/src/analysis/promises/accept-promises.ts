import { comparePhases, onOneParagraph, readPower } from '@entente/diplomacy-game/state';
import { formatOrder, parseOrder, parsePhase, type Power, type Province, provinceOfUnit } from '@entente/diplomacy-rules';
import { dropped, type Dropped } from '../dropped.js';
import { occursIn } from '../material/find-quote.js';
import type { PhaseMaterial } from '../material/phase-material.js';
import { type PressPromise, PROMISE_KINDS, type PromiseKind } from './press-promise.js';
import type { ReportedPromise } from './reported-promise.js';

export interface AcceptedPromises {
  readonly promises: readonly PressPromise[];
  readonly dropped: readonly Dropped[];
}

/**
 * Keeps the reported promises that occur in the press: the quote is from a message of the promiser, the orders are for the promiser's own
 * units, places and powers exist. The promisee of a private message is its recipient, whatever the model reports.
 * @param phases all movement phases of the analysis, for the positions of units when a promise falls due
 */
export function acceptPromises(
  reported: readonly ReportedPromise[],
  { material, phases }: { readonly material: PhaseMaterial; readonly phases: readonly PhaseMaterial[] },
): AcceptedPromises {
  const promises: PressPromise[] = [];
  const drops: Dropped[] = [];
  const seen = new Set<string>();
  for (const each of reported) {
    const accepted = acceptPromise(each, material, phases);
    if ('reason' in accepted) {
      drops.push(accepted);
      continue;
    }
    const { promise } = accepted;
    const key = [
      promise.promiser,
      promise.promisee,
      promise.kind,
      ...promise.orders,
      ...promise.provinces,
      promise.spares,
      promise.due,
    ].join(' ');
    if (promise.kind !== 'other' && seen.has(key)) {
      drops.push(dropped('promise', 'said-twice', promise.text));
      continue;
    }
    seen.add(key);
    promises.push(promise);
    drops.push(...accepted.dropped);
  }
  return { promises, dropped: drops };
}

function acceptPromise(
  reported: ReportedPromise,
  material: PhaseMaterial,
  phases: readonly PhaseMaterial[],
): { readonly promise: PressPromise; readonly dropped: readonly Dropped[] } | Dropped {
  const { quote } = reported;
  const text = reported.text || quote;
  const drop = (reason: Dropped['reason']): Dropped => dropped('promise', reason, `${reported.promiser}: ${quote || text}`);
  const promiser = readPower(reported.promiser);
  const named = readPower(reported.promisee);
  const kind = readKind(reported.kind);
  if (promiser === null) return drop('unknown-power');
  if (kind === null) return drop('unknown-kind');
  const quoted = material.press.filter(
    (message) => occursIn(quote, message.text) || occursIn(quote, onOneParagraph(message.text)),
  );
  if (quoted.length === 0) return drop('quote-not-found');
  const own = quoted.filter(({ sender }) => sender === promiser);
  const message = own.find(({ recipient }) => recipient === named) ?? own[0];
  if (message === undefined) return drop('quote-of-somebody-else');
  const promisee = message.recipient === 'GLOBAL' ? (named ?? 'GLOBAL') : message.recipient;
  if (promisee === promiser) return drop('to-oneself');

  const { phase } = material;
  const due = parsePhase(reported.phase) !== null && comparePhases(reported.phase, phase) > 0 ? reported.phase : phase;
  const orders = ownOrders(reported.orders, promiser, {
    material,
    dueIn: phases.findLast((each) => comparePhases(each.phase, due) <= 0) ?? material,
  });
  const places = readPlaces(reported.provinces);
  const spares = readPower(reported.spares) ?? (kind === 'no-attack' && promisee !== 'GLOBAL' ? promisee : null);
  return {
    promise: {
      phase,
      promiser,
      promisee,
      kind,
      text,
      quote,
      orders: orders.kept,
      provinces: places.kept,
      spares: kind === 'no-attack' && spares !== promiser ? spares : null,
      due,
      condition: reported.condition.trim() === '' ? null : reported.condition.trim(),
    },
    dropped: [...orders.dropped, ...places.dropped],
  };
}

/** Reads a kind such as `Support`, `no attack` or `DMZ`, in any case and with any mark between words. */
function readKind(text: string): PromiseKind | null {
  const plain = text.toLowerCase().replaceAll(/[^a-z]+/g, '-');
  if (plain === 'dmz' || plain === 'demilitarise' || plain === 'demilitarized-zone') return 'demilitarize';
  if (plain === 'non-aggression' || plain === 'nonaggression') return 'no-attack';
  return PROMISE_KINDS.find((kind) => kind === plain) ?? null;
}

interface Kept<Value> {
  readonly kept: readonly Value[];
  readonly dropped: readonly Dropped[];
}

/** Reads orders as canonical texts. Orders to units of other powers cannot be promised. */
function ownOrders(
  texts: readonly string[],
  promiser: Power,
  { material, dueIn }: { readonly material: PhaseMaterial; readonly dueIn: PhaseMaterial },
): Kept<string> {
  const kept: string[] = [];
  const drops: Dropped[] = [];
  for (const text of texts) {
    const parsed =
      [dueIn, material].map(({ position }) => parseOrder(text, { position, power: promiser })).find(({ ok }) => ok) ??
      parseOrder(text);
    if (!parsed.ok || !('unit' in parsed.order)) {
      drops.push(dropped('order', 'not-understood', text));
      continue;
    }
    const place = provinceOfUnit(parsed.order.unit);
    const owners = [dueIn, material].map(({ position }) => ownerOfUnitIn(position, place));
    if (owners.some((owner) => owner !== null) && !owners.includes(promiser)) {
      drops.push(dropped('order', 'unit-of-somebody-else', text));
      continue;
    }
    kept.push(formatOrder(parsed.order));
  }
  return { kept: [...new Set(kept)], dropped: drops };
}

function ownerOfUnitIn({ units }: PhaseMaterial['position'], place: Province): Power | null {
  const owner = Object.entries(units).find(([, own]) => own.some((unit) => provinceOfUnit(unit) === place));
  return owner === undefined ? null : (owner[0] as Power);
}

function readPlaces(texts: readonly string[]): Kept<Province> {
  const read = texts.map((text) => ({ text, place: readProvince(text) }));
  return {
    kept: [...new Set(read.flatMap(({ place }) => (place === null ? [] : [place])))],
    dropped: read.flatMap(({ text, place }) => (place === null ? [dropped('place', 'not-understood', text)] : [])),
  };
}

/** Reads the name of a province, by id or full name, with or without a coast. Returns `null` for anything else. */
function readProvince(text: string): Province | null {
  for (const type of ['A', 'F']) {
    const parsed = parseOrder(`${type} ${text} H`);
    if (parsed.ok && 'unit' in parsed.order) return provinceOfUnit(parsed.order.unit);
  }
  return null;
}
