import type { CoWriterSettings as Wish } from '../../../src-shared/domain/co-writer';
import { chosenServer, isLocal, originOf } from '../../../src-shared/domain/co-writer';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { Panel } from '../../ui/panel';
import { Switch } from '../../ui/switch';
import { CoWriterLimits } from './co-writer-limits';
import { CoWriterModel } from './co-writer-model';
import { CoWriterServer } from './co-writer-server';
import type { CoWriterPartProps, SettingsGroupProps } from './settings-group';
import './co-writer-settings.css';

/** Whether a model may help, which one, where it is, and what it may cost. */
export function CoWriterSettings({ settings, onChange }: SettingsGroupProps) {
  const wish = settings.coWriter;
  const change = (patch: Partial<Wish>): void => onChange({ coWriter: { ...wish, ...patch } });
  return (
    <Panel
      title="Co-writer"
      description="A language model that asks and suggests when you want it to. Everything in Longhand works without one."
    >
      <Switch
        label="Let a co-writer help"
        description="While this is off, Longhand sends nothing to anybody."
        isSelected={wish.isOn}
        onChange={(isOn) => change({ isOn })}
      />
      {wish.isOn ? (
        <>
          <CoWriterServer wish={wish} onChange={change} />
          <Consent wish={wish} onChange={change} />
          <CoWriterModel wish={wish} onChange={change} />
          <CoWriterLimits wish={wish} onChange={change} />
        </>
      ) : null}
    </Panel>
  );
}

/** Asked once for each server beyond this computer; can be taken back at any time. */
function Consent({ wish, onChange }: CoWriterPartProps) {
  const server = chosenServer(wish);
  if (!server) return null;
  const origin = originOf(server);
  if (isLocal(server)) return <Banner title="This server is on your computer. What you write stays here." />;
  if (wish.consents.includes(origin)) {
    return (
      <Banner
        title={`You allowed Longhand to send your words to ${origin} when you ask the co-writer.`}
        actions={
          <Button
            size="small"
            variant="quiet"
            onPress={() => onChange({ consents: wish.consents.filter((one) => one !== origin) })}
          >
            Take it back
          </Button>
        }
      />
    );
  }
  return (
    <Banner
      tone="warning"
      title={`This server is not on your computer. When you ask the co-writer, the parts of your book that it needs are sent to ${origin}.`}
      actions={
        <Button size="small" onPress={() => onChange({ consents: [...wish.consents, origin] })}>
          Allow this
        </Button>
      }
    >
      Beside each request you can see, letter by letter, what would be sent.
    </Banner>
  );
}
