import { Component, type ReactNode } from 'react';
import { Failure } from '../ui/asked.tsx';

interface State {
  readonly error?: unknown;
}

/** Catches what a page throws, so that the rest of the product stays usable. */
export class Boundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = {};

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override render(): ReactNode {
    if (this.state.error === undefined) return this.props.children;
    return <Failure error={this.state.error} onRetry={() => this.setState({ error: undefined })} />;
  }
}
