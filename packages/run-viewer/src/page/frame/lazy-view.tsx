import type { ComponentType } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** Makes a view that is fetched when it is first shown. */
export function lazyView<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let loaded: ComponentType<Props> | undefined;
  return function LazyView(props: Props) {
    const [isLost, setIsLost] = useState(false);
    const [View, setView] = useState<ComponentType<Props> | undefined>(() => loaded);
    useLayoutEffect(() => {
      if (View === undefined)
        load().then(
          (view) => {
            loaded = view;
            setView(() => view);
          },
          () => setIsLost(true),
        );
    }, []);
    if (isLost) return <p role="alert">This part of the page could not be fetched. Load the page again.</p>;
    return View === undefined ? <p class="waiting">Loading …</p> : <View {...props} />;
  };
}
