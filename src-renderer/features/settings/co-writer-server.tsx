import { useState } from 'react';
import { chosenServer, ModelServer, serverPresets } from '../../../src-shared/domain/co-writer';
import { useClient } from '../../app/client-context';
import { errorText } from '../../app/error-text';
import { useCoWriter } from '../../app/use-co-writer';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { useAnnounce } from '../../ui/live-region';
import { Select } from '../../ui/select';
import type { CoWriterPartProps } from './settings-group';
import { headersOf, headersText } from './server-headers';

const own = 'own';
const ownServer: ModelServer = {
  id: own,
  name: 'My own server',
  kind: 'openai',
  baseUrl: 'http://127.0.0.1:8000/v1',
  headers: {},
};
const beginnings: readonly ModelServer[] = [...serverPresets, ownServer];

/** Chooses a server, and where it is. */
export function CoWriterServer({ wish, onChange }: CoWriterPartProps) {
  const server = chosenServer(wish);
  const choose = (id: string): void => {
    const known = wish.servers.find((one) => one.id === id);
    const added = known ?? beginnings.find((one) => one.id === id);
    if (!added) return;
    onChange({ serverId: id, model: '', servers: known ? wish.servers : [...wish.servers, added] });
  };
  const change = (patch: Partial<ModelServer>): void => {
    if (!server) return;
    onChange({ servers: wish.servers.map((one) => (one.id === server.id ? { ...one, ...patch } : one)) });
  };
  return (
    <div className="settings-grid">
      <Select
        label="Server"
        options={[
          ...(server ? [] : [{ id: '', name: 'Choose one' }]),
          ...beginnings.map(({ id, name }) => ({ id, name })),
        ]}
        value={wish.serverId}
        onChange={choose}
      />
      {server ? (
        <>
          <Address key={`${server.id} address`} server={server} onChange={change} />
          {server.id === own ? (
            <Select
              label="It speaks"
              options={[
                { id: 'openai', name: 'The OpenAI protocol' },
                { id: 'ollama', name: 'Ollama’s own' },
              ]}
              value={server.kind}
              onChange={(kind) => change({ kind })}
            />
          ) : null}
          <Key key={`${server.id} key`} serverId={server.id} />
          <Headers key={`${server.id} headers`} server={server} onChange={change} />
        </>
      ) : null}
    </div>
  );
}

type ServerFieldProps = { readonly server: ModelServer; readonly onChange: (patch: Partial<ModelServer>) => void };

/** Kept when the field is left: half an address is none. */
function Address({ server, onChange }: ServerFieldProps) {
  const [text, setText] = useState(server.baseUrl);
  const isValid = ModelServer.shape.baseUrl.safeParse(text.trim()).success;
  return (
    <TextField
      label="Address"
      value={text}
      onChange={setText}
      onBlur={() => {
        if (isValid && text.trim() !== server.baseUrl) onChange({ baseUrl: text.trim() });
      }}
      error={isValid ? undefined : 'An address begins with http:// or https:// and names a server.'}
    />
  );
}

/** A key goes in and never comes out. */
function Key({ serverId }: { serverId: string }) {
  const client = useClient();
  const status = useCoWriter();
  const announce = useAnnounce();
  const [key, setKey] = useState('');
  const [note, setNote] = useState<string | null>(null);
  const keep = async (value: string): Promise<void> => {
    const answer = await client.call('coWriter.setKey', { serverId, key: value });
    setKey('');
    const said = answer.ok
      ? keptText(value, answer.value.isDurable)
      : `${errorText(answer.error).what} ${errorText(answer.error).next}`;
    setNote(said);
    announce(said);
  };
  const hint = status?.hasKey ? 'A key is kept for this server.' : 'Leave it empty for a server that wants none.';
  return (
    <div className="co-writer-key">
      <TextField
        label="Key"
        type="password"
        autoComplete="off"
        value={key}
        onChange={setKey}
        description={note ?? hint}
      />
      <Button isDisabled={key.trim() === ''} onPress={() => void keep(key.trim())}>
        Keep this key
      </Button>
      {status?.hasKey ? (
        <Button variant="quiet" onPress={() => void keep('')}>
          Forget it
        </Button>
      ) : null}
    </div>
  );
}

function keptText(value: string, isDurable: boolean): string {
  if (value === '') return 'The key is forgotten.';
  if (isDurable) return 'The key is kept in your system’s secret storage.';
  return 'This computer has no safe place for keys, so the key is kept until you quit Longhand.';
}

function Headers({ server, onChange }: ServerFieldProps) {
  const [text, setText] = useState(headersText(server.headers));
  const headers = headersOf(text);
  return (
    <TextField
      label="Further headers"
      description="For servers that ask for them, as “Name: value; Name: value”."
      value={text}
      onChange={setText}
      onBlur={() => {
        if (headers) onChange({ headers });
      }}
      error={headers ? undefined : 'Each header is a name, a colon and a value.'}
    />
  );
}
