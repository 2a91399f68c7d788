import { Component, type ReactNode } from 'react';
import { Banner } from '../ui/banner';
import { Button } from '../ui/button';

type Props = { readonly onError: (cause: unknown) => void; readonly children: ReactNode };

/** Keeps one broken screen from taking the window with it. React asks for a class here. */
export class ErrorBoundary extends Component<Props, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  override componentDidCatch(cause: unknown): void {
    this.props.onError(cause);
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <div className="frame-failed">
        <Banner
          tone="problem"
          title="This screen stopped working. Everything saved is safe."
          actions={<Button onPress={() => this.setState({ hasFailed: false })}>Try again</Button>}
        >
          Try again, or go to another room with the keyboard or the list at the left.
        </Banner>
      </div>
    );
  }
}
