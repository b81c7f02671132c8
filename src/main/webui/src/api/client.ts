import createClient, { type Middleware } from 'openapi-fetch';
import type { paths } from './schema';

/** Where Sluice answers: beside this page, whatever prefix it was served under. Ends with a slash. */
export const ROOT = new URL('.', document.baseURI).href;

/** What Sluice answers instead of a result (RFC 9457), with whatever the kind of problem adds. */
export interface Problem {
  type?: string;
  title?: string;
  status: number;
  detail?: string;
  [more: string]: unknown;
}

/** A call that Sluice refused or that did not reach it; the message is meant for the person at the screen. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail || problem.title || `Sluice answered with status ${problem.status}.`);
  }

  get status(): number {
    return this.problem.status;
  }
}

/** Called when Sluice no longer knows who we are. */
let signedOut: () => void = () => {};
export function onSignedOut(listener: () => void): void {
  signedOut = listener;
}

async function problemOf(response: Response): Promise<Problem> {
  const text = await response.text();
  try {
    const body = JSON.parse(text);
    if (body !== null && typeof body === 'object') return { ...body, status: response.status };
  } catch {
    // Not from Sluice itself, such as the page of a proxy: its text helps nobody.
  }
  return { status: response.status, title: `${response.status} ${response.statusText}`.trim() };
}

async function checked(response: Response): Promise<Response> {
  if (response.ok) return response;
  if (response.status === 401 && !response.url.endsWith('/api/v1/session')) signedOut();
  throw new ProblemError(await problemOf(response));
}

function unreachable(error: unknown): Error {
  if (error instanceof ProblemError || (error instanceof DOMException && error.name === 'AbortError')) return error;
  return new ProblemError({
    status: 0,
    title: 'Sluice cannot be reached',
    detail: 'Sluice does not answer. Look whether it still runs, then try again; nothing you have drawn here is lost.',
  });
}

// Other sites cannot set this header, which is how Sluice knows that a change comes from its own pages.
const OURS = { 'Sluice-Client': 'web' };

const checking: Middleware = {
  onResponse: async ({ response }) => void (await checked(response)),
  onError: ({ error }) => unreachable(error),
};

/** Every call of Sluice's OpenAPI document, typed. A refusal is thrown as {@link ProblemError}. */
export const api = createClient<paths>({ baseUrl: ROOT.slice(0, -1), headers: OURS, credentials: 'same-origin' });
api.use(checking);

/** A call that the OpenAPI document does not type well, by its path without the leading slash. */
export async function call<T>(
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
): Promise<T> {
  try {
    const response = await fetch(ROOT + path, {
      method,
      credentials: 'same-origin',
      headers: { ...OURS, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    await checked(response);
    return (response.status === 204 ? undefined : await response.json()) as T;
  } catch (error) {
    throw unreachable(error);
  }
}

/** What a thrown thing tells a person. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
