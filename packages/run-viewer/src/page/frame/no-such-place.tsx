import { useTitle } from './use-title';

/** Stands where an address names no place. */
export function NoSuchPlace() {
  useTitle('No such place');
  return (
    <section role="alert">
      <h1>There is no such place on this page</h1>
      <p>
        Begin with <a href="#/">all runs</a>.
      </p>
    </section>
  );
}
