import type { ByPartner, Partner } from '@entente/relationship';
import type { ComponentChildren } from 'preact';
import { useTelling } from './telling';

/** Something that one of the two alone knows, marked with the name, the colour and the line of that one. */
export function Alone(props: {
  readonly of: Partner;
  readonly kind: 'secret' | 'thought' | 'memory' | 'reason';
  /** Words before the text; `%` stands for the name. */
  readonly says: string;
  readonly children: ComponentChildren;
}) {
  const { names, places } = useTelling();
  const [before, after] = props.says.split('%');
  return (
    <p class={`alone ${places[props.of]} ${props.kind}`}>
      <span class="who">
        {before}
        {after !== undefined && <bdi>{names[props.of]}</bdi>}
        {after}
      </span>{' '}
      <bdi>{props.children}</bdi>
    </p>
  );
}

/** Texts for each of the two, those that are empty left out. */
export function AloneEach({ texts, says }: { readonly texts: ByPartner<string>; readonly says: string }) {
  const { order } = useTelling();
  return (
    <>
      {order.map((partner) =>
        texts[partner].trim() === '' ? null : (
          <Alone key={partner} of={partner} kind="secret" says={says}>
            {texts[partner]}
          </Alone>
        ),
      )}
    </>
  );
}
