import { type ReactNode, useState } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { create } from 'zustand';
import { messageOf } from '../api/client';
import { Button, IconButton } from './button';
import { Notice } from './notice';

interface DialogProps {
  title: ReactNode;
  open: boolean;
  onClose: () => void;
  children: ReactNode;
  /** The buttons at the foot. */
  actions?: ReactNode;
  size?: 'normal' | 'wide' | 'full';
  alert?: boolean;
}

/** A window over the page: keeps the keyboard inside, closes with Escape, gives the focus back. */
export function Dialog({ title, open, onClose, children, actions, size = 'normal', alert }: DialogProps) {
  return (
    <ModalOverlay className="overlay" isOpen={open} onOpenChange={(now) => now || onClose()} isDismissable={!alert}>
      <Modal className={`modal ${size}`}>
        <AriaDialog className="dialog" role={alert ? 'alertdialog' : 'dialog'}>
          <header>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <span className="push" />
            {!alert && <IconButton icon="xmark" label="Close" onPress={onClose} />}
          </header>
          <div className="body">{children}</div>
          {actions && <footer>{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

interface Question {
  title: string;
  text: ReactNode;
  /** The word on the button that does it. */
  yes: string;
  danger?: boolean;
  /** What is done; while it runs the window stays, and if it fails it tells why. */
  act?: () => Promise<unknown> | undefined;
}

interface Asked extends Question {
  answer: (yes: boolean) => void;
}

const useAsked = create<{ asked: Asked | null }>(() => ({ asked: null }));

/** Asks before something is done that cannot be taken back. True once it was confirmed, and done. */
export function ask(question: Question): Promise<boolean> {
  return new Promise((resolve) => useAsked.setState({ asked: { ...question, answer: resolve } }));
}

/** Shows what {@link ask} asks; once on the page. */
export function Asking() {
  const asked = useAsked((it) => it.asked);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);

  function close(yes: boolean) {
    asked?.answer(yes);
    setPending(false);
    setError(null);
    useAsked.setState({ asked: null });
  }

  async function act() {
    setPending(true);
    setError(null);
    try {
      await asked?.act?.();
      close(true);
    } catch (problem) {
      setError(problem);
      setPending(false);
    }
  }

  return (
    <Dialog
      alert
      title={asked?.title ?? ''}
      open={asked !== null}
      onClose={() => close(false)}
      actions={
        <>
          <Button onPress={() => close(false)}>Cancel</Button>
          <Button look={asked?.danger ? 'danger' : 'primary'} isPending={pending} onPress={act} autoFocus>
            {asked?.yes}
          </Button>
        </>
      }
    >
      <div className="stack">
        {typeof asked?.text === 'string' ? <p>{asked.text}</p> : asked?.text}
        {error !== null && <Notice tone="bad">{messageOf(error)}</Notice>}
      </div>
    </Dialog>
  );
}
