import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { api, messageOf } from '../api/client';
import { Button, Icon, Notice, TextInput } from '../design';
import { signIn, useSession } from './session';

export function SignIn() {
  const [key, setKey] = useState('');
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(useSession((it) => it.error));

  // Without an answer there is still the key.
  const ways = useQuery({
    queryKey: ['sign-in'],
    queryFn: async () => (await api.GET('/api/v1/sign-in')).data ?? null,
    retry: false,
  });

  useEffect(() => {
    document.title = 'Sign in · Sluice';
  }, []);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setPending(true);
    try {
      await signIn(key.trim());
    } catch (problem) {
      setError(problem);
      setPending(false);
    }
  }

  return (
    <main className="sign-in">
      <form className="card padded stack" onSubmit={submit}>
        <h1>
          <Icon name="water" /> Sluice
        </h1>
        <p className="soft">Sign in with an API key. The browser keeps a session only, never the key.</p>
        {error !== null && <Notice tone="bad">{messageOf(error)}</Notice>}
        <TextInput label="API key" type="password" value={key} onChange={setKey} autoFocus required />
        <Button look="primary" type="submit" isPending={pending} isDisabled={key.trim() === ''}>
          Sign in
        </Button>
        {ways.data?.oidc && (
          <a className="button" href="api/v1/sign-in/oidc">
            <Icon name="right-to-bracket" /> Sign in with {ways.data.oidc}
          </a>
        )}
        <p className="soft small">
          The admin key was made at the first start: it is in the file <code>admin.key</code> of Sluice’s data folder,
          unless <code>SLUICE_ADMIN_KEY</code> gave another.
        </p>
      </form>
    </main>
  );
}
