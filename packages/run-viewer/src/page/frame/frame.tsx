import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { SESSION_OVER } from '../data/ask';
import { linkTo, useRoute } from '../data/route';
import { Crumbs } from './crumbs';
import { Guarded } from './guarded';
import { useHeadingFocus } from './use-heading-focus';

/** Header, search and main part of every place on the page. */
export function Frame({ children }: { readonly children: ComponentChildren }) {
  const isOver = useSessionOver();
  const { path } = useRoute();
  const place = path.join('/');
  useHeadingFocus(place);
  return (
    <>
      <a class="skip" href="#main" onClick={focusMain}>
        Skip to the content
      </a>
      <header class="frame">
        <a class="name" href="#/">
          Entente
        </a>
        <Crumbs path={path} />
        <Search />
      </header>
      <main id="main" tabIndex={-1}>
        {isOver ? (
          <p role="alert">
            This page is not open any more: the command that served it has ended, or the link was another one. Open the link that
            the command <code>view</code> prints.
          </p>
        ) : (
          <Guarded key={place}>{children}</Guarded>
        )}
      </main>
    </>
  );
}

function Search() {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const focus = (event: KeyboardEvent): void => {
      const isTyping = event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
      if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      field.current?.focus();
    };
    addEventListener('keydown', focus);
    return () => removeEventListener('keydown', focus);
  }, []);
  const search = (event: Event): void => {
    event.preventDefault();
    const words = field.current?.value.trim() ?? '';
    if (words !== '') location.hash = linkTo(['search'], { q: words });
  };
  return (
    <form role="search" onSubmit={search}>
      <input
        ref={field}
        type="search"
        aria-label="Search in everything said, asked or thought"
        placeholder="Search what was said … ( / )"
      />
    </form>
  );
}

function focusMain(event: Event): void {
  event.preventDefault();
  document.querySelector<HTMLElement>('#main')?.focus();
}

function useSessionOver(): boolean {
  const [isOver, setIsOver] = useState(false);
  // Before the first reply can come: views ask before the paint.
  useLayoutEffect(() => {
    const end = (): void => setIsOver(true);
    addEventListener(SESSION_OVER, end);
    return () => removeEventListener(SESSION_OVER, end);
  }, []);
  return isOver;
}
