import { useQuery } from '@tanstack/react-query';
import { api, call } from './client';
import type { Module, Page, Trigger, Workflow } from './types';

/** Lists that several pages show. */

export function useTriggers() {
  return useQuery({
    queryKey: ['triggers'],
    queryFn: async () => (await api.GET('/api/v1/triggers')).data as Trigger[],
  });
}

export function useModules() {
  return useQuery({
    queryKey: ['modules'],
    queryFn: async () => (await api.GET('/api/v1/modules')).data as Module[],
  });
}

export function useWorkflows() {
  return useQuery({
    queryKey: ['workflows'],
    queryFn: () => call<Page<Workflow>>('GET', 'api/v1/workflows?size=500'),
  });
}
