import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useParams } from 'wouter';
import { api } from '../api/client';
import type { Module, Workflow } from '../api/types';
import { Failure, Loading, Page } from '../design';
import { Editor } from './editor';
import { createEditor, EditorProvider } from './store';

async function open(id: number): Promise<{ workflow: Workflow; modules: Module[] }> {
  const [workflow, modules] = await Promise.all([
    api.GET('/api/v1/workflows/{id}', { params: { path: { id } } }),
    api.GET('/api/v1/modules'),
  ]);
  return { workflow: workflow.data as Workflow, modules: modules.data as Module[] };
}

/** The workflow at `#/workflows/{id}`, open for drawing. */
export default function EditorPage() {
  const id = Number(useParams<{ id: string }>().id);
  const { data, error, refetch } = useQuery({
    queryKey: ['editor', id],
    queryFn: () => open(id),
    // What is on the canvas is the person's own until it is saved, so nothing may replace it from behind.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  const store = useMemo(() => data && createEditor(data.workflow, data.modules), [data]);

  useEffect(() => {
    if (data) document.title = `${data.workflow.name} · Sluice`;
  }, [data]);

  if (error) {
    return (
      <Page title="Workflow">
        <Failure error={error} retry={refetch} />
      </Page>
    );
  }
  if (!store) return <Loading what="Opening the workflow" />;
  return (
    <EditorProvider value={store}>
      <Editor />
    </EditorProvider>
  );
}
