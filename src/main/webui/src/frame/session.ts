import { create } from 'zustand';
import { call, onSignedOut, ProblemError } from '../api/client';
import type { Session } from '../api/types';
import { go } from './location';

interface SessionState {
  /** undefined while we do not know yet, null when nobody is signed in */
  session: Session | null | undefined;
  /** why we do not know, or why signing in by the link did not work */
  error: unknown;
}

export const useSession = create<SessionState>(() => ({ session: undefined, error: null }));

onSignedOut(() => useSession.setState({ session: null }));

/** The code of the link that the first start printed; taken out of the address, so that it stays in no history. */
function welcomeCode(): string | null {
  const code = /^#welcome=(.+)$/.exec(location.hash)?.[1] ?? null;
  if (code) go('/', { replace: true });
  return code;
}

async function post(body: { key: string } | { welcome: string }): Promise<void> {
  const session = await call<Session>('POST', 'api/v1/session', body);
  useSession.setState({ session, error: null });
}

export const signIn = (key: string): Promise<void> => post({ key });

export async function signOut(): Promise<void> {
  await call('DELETE', 'api/v1/session');
  useSession.setState({ session: null, error: null });
}

/** Asks who we are; with a welcome code in the address it signs in first. */
export async function recognise(): Promise<void> {
  const code = welcomeCode();
  if (code) {
    try {
      return await post({ welcome: code });
    } catch (error) {
      useSession.setState({ error });
    }
  }
  try {
    useSession.setState({ session: await call<Session>('GET', 'api/v1/session') });
  } catch (error) {
    if (error instanceof ProblemError && error.status === 401) useSession.setState({ session: null });
    else useSession.setState({ error });
  }
}
