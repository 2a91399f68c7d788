// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { createClient } from '../../src-renderer/app/client';
import { ClientProvider } from '../../src-renderer/app/client-context';
import { CommandProvider, useCommand, type CommandOptions } from '../../src-renderer/app/commands';
import type { CommandId } from '../../src-shared/commands';

afterEach(cleanup);

const silent = createClient({ call: async () => ({ ok: true, value: null }), on: () => () => undefined });

function Does({ id, run, options = {} }: { id: CommandId; run: () => unknown; options?: CommandOptions }) {
  useCommand(id, run, options);
  return null;
}

const page = (content: React.ReactNode) => (
  <ClientProvider client={silent}>
    <CommandProvider isMac={false}>
      {content}
      <input aria-label="Field" />
      <div role="dialog" aria-label="Dialog">
        <button type="button">In the dialog</button>
      </div>
    </CommandProvider>
  </ClientProvider>
);

const press = (key: string, code: string, on: Element = document.body, ctrlKey = true) =>
  fireEvent.keyDown(on, { key, code, ctrlKey });

test('the newest handler of a command wins, and keeps winning when an older one changes', () => {
  const done: string[] = [];
  const both = (isOldOn: boolean) =>
    page(
      <>
        <Does id="edit.undo" run={() => done.push('book')} options={{ enabled: isOldOn }} />
        <Does id="edit.undo" run={() => done.push('room')} />
      </>,
    );
  const { rerender } = render(both(false));
  rerender(both(true));
  press('z', 'KeyZ');
  expect(done).toEqual(['room']);
});

test('undo gives way to a field unless the command is for text too', () => {
  const done: string[] = [];
  const { rerender } = render(page(<Does id="edit.undo" run={() => done.push('undo')} />));
  expect(press('z', 'KeyZ', screen.getByLabelText('Field'))).toBe(true);
  rerender(page(<Does id="edit.undo" run={() => done.push('undo')} options={{ inText: true }} />));
  expect(press('z', 'KeyZ', screen.getByLabelText('Field'))).toBe(false);
  expect(done).toEqual(['undo']);
});

test('a plain key never acts while typing', () => {
  const done: string[] = [];
  render(page(<Does id="outline.trash" run={() => done.push('trash')} />));
  press('Delete', 'Delete', screen.getByLabelText('Field'), false);
  expect(done).toEqual([]);
  press('Delete', 'Delete', document.body, false);
  expect(done).toEqual(['trash']);
});

test('a dialog keeps commands away, but for those that are meant for it', () => {
  const done: string[] = [];
  render(
    page(
      <>
        <Does id="app.settings" run={() => done.push('settings')} />
        <Does id="app.palette" run={() => done.push('palette')} options={{ inDialog: true }} />
      </>,
    ),
  );
  const inside = screen.getByRole('button', { name: 'In the dialog' });
  press(',', 'Comma', inside);
  press('k', 'KeyK', inside);
  expect(done).toEqual(['palette']);
});

test('a handler that answers “not mine” leaves the key to others', () => {
  render(page(<Does id="app.settings" run={() => false} />));
  expect(press(',', 'Comma')).toBe(true);
});

test('a disabled command does nothing', () => {
  const done: string[] = [];
  render(page(<Does id="app.settings" run={() => done.push('settings')} options={{ enabled: false }} />));
  press(',', 'Comma');
  expect(done).toEqual([]);
});
