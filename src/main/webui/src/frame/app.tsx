import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Component, type ReactNode, useEffect } from 'react';
import { Redirect, Route, Router, Switch } from 'wouter';
import { ProblemError } from '../api/client';
import { Asking, Empty, Failure, Later, Loading, Page, type Part, Toasts } from '../design';
import { useHashPath } from './location';
import { Nav } from './nav';
import { recognise, useSession } from './session';
import { SignIn } from './sign-in';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // What Sluice refused it refuses again; only what did not reach it is worth another try.
      retry: (count, error) => count < 2 && error instanceof ProblemError && error.status === 0,
    },
  },
});

/** Every page is loaded when it is first opened. Its name is that of its folder; it exports the page as default. */
const ROUTES: ReadonlyArray<[path: string, page: Part<object>]> = [
  ['/triggers', { load: () => import('../triggers/triggers-page') }],
  ['/triggers/:id', { load: () => import('../triggers/trigger-page') }],
  ['/workflows/:id', { load: () => import('../editor/editor-page') }],
  ['/runs', { load: () => import('../runs/runs-page') }],
  ['/runs/:id', { load: () => import('../runs/run-page') }],
  ['/tasks', { load: () => import('../tasks/tasks-page') }],
  ['/modules', { load: () => import('../modules/modules-page') }],
  ['/modules/:type/:id', { load: () => import('../modules/module-page') }],
  ['/blueprints', { load: () => import('../blueprints/blueprints-page') }],
  ['/blueprints/:id', { load: () => import('../blueprints/blueprint-page') }],
  ['/logs', { load: () => import('../logs/logs-page') }],
  ['/access', { load: () => import('../access/access-page') }],
  ['/status', { load: () => import('../status/status-page') }],
  ['/help', { load: () => import('../help/help-page') }],
  ['/help/:topic', { load: () => import('../help/help-page') }],
];

/** A page that broke shows so, with a way on, instead of a white screen. */
class Guard extends Component<{ children: ReactNode }, { error: unknown }> {
  override state = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    if (this.state.error === null) return this.props.children;
    return (
      <Page title="This page broke">
        <Failure error={this.state.error} retry={() => this.setState({ error: null })} />
      </Page>
    );
  }
}

function Unknown() {
  return (
    <Page title="No such page">
      <Empty icon="signs-post" title="There is nothing at this address">
        <a href="#/triggers">Go to the triggers</a>
      </Empty>
    </Page>
  );
}

function Pages() {
  return (
    <div className="frame">
      <button type="button" className="skip" onClick={toContent}>
        Skip to the content
      </button>
      <Nav />
      <main id="content" tabIndex={-1}>
        <Guard>
          <Switch>
            {ROUTES.map(([path, page]) => (
              <Route key={path} path={path}>
                <Later part={page} props={{}} />
              </Route>
            ))}
            <Route path="/">
              <Redirect to="/triggers" replace />
            </Route>
            <Route>
              <Unknown />
            </Route>
          </Switch>
        </Guard>
      </main>
    </div>
  );
}

function toContent() {
  document.getElementById('content')?.focus();
}

function Door() {
  const { session, error } = useSession();
  useEffect(() => void recognise(), []);
  if (session === null) return <SignIn />;
  if (session) return <Pages />;
  return error ? <Failure error={error} retry={recognise} /> : <Loading />;
}

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <Router hook={useHashPath}>
        <Door />
      </Router>
      <Asking />
      <Toasts />
    </QueryClientProvider>
  );
}
