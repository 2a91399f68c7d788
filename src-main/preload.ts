import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from '../src-shared/ipc/contract';

const on: Bridge['on'] = (hear) => {
  const relay = (_event: unknown, name: string, payload: unknown) => hear(name, payload);
  ipcRenderer.on('event', relay);
  return () => void ipcRenderer.off('event', relay);
};

const call: Bridge['call'] = (name, input) => ipcRenderer.invoke('call', name, input);

contextBridge.exposeInMainWorld('bridge', { call, on } satisfies Bridge);
