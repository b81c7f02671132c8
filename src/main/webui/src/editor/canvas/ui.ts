import { create } from 'zustand';

/** The panels and windows of the editor; one panel at a time, one window over it. */
export type Panel = 'testrun' | 'versions' | 'activity' | 'problems' | null;
export type Window =
  | 'add'
  | 'connect'
  | 'frame'
  | 'json'
  | 'save-blueprint'
  | 'filters'
  | 'shortcuts'
  | 'details'
  | null;

interface Ui {
  panel: Panel;
  window: Window;
  /** What the window is about: the id of a node or frame. */
  subject: string | null;
  /** Text that is searched in the graph; null while the search is closed. */
  search: string | null;
  show: (panel: Panel) => void;
  open: (window: Window, subject?: string | null) => void;
  find: (text: string | null) => void;
}

export const useUi = create<Ui>((set) => ({
  panel: null,
  window: null,
  subject: null,
  search: null,
  show: (panel) => set((it) => ({ panel: it.panel === panel ? null : panel })),
  open: (window, subject = null) => set({ window, subject }),
  find: (search) => set({ search }),
}));
