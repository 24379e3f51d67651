import { Component, type ComponentChildren } from 'preact';

/** Shows its content, or, where that fails, the reason and the way on. */
export class Guarded extends Component<{ readonly children: ComponentChildren }, { readonly failure: string | null }> {
  override state: { readonly failure: string | null } = { failure: null };

  static override getDerivedStateFromError(error: unknown): { readonly failure: string } {
    return { failure: error instanceof Error ? error.message : String(error) };
  }

  override render() {
    const { failure } = this.state;
    if (failure === null) return this.props.children;
    return (
      <div role="alert">
        <h1>This view failed</h1>
        <p>The run itself is not touched: its record is only read. The other views of it may well work.</p>
        <p class="quiet">{failure}</p>
        <p>
          <a href="#/">All runs</a>
        </p>
      </div>
    );
  }
}
