import { chosenServer, isLocal, type ImagePrice, type ModelPrice } from '../../../src-shared/domain/co-writer';
import { NumberField } from '../../ui/number-field';
import type { CoWriterPartProps } from './settings-group';

const caps = [
  { id: 'book', label: 'Dollars for one book' },
  { id: 'day', label: 'Dollars a day' },
  { id: 'month', label: 'Dollars a month' },
] as const;

/** What may be spent, what the model costs, and how often a server may be asked. */
export function CoWriterLimits({ wish, onChange }: CoWriterPartProps) {
  const server = chosenServer(wish);
  if (!server) return null;
  return (
    <>
      {isLocal(server) ? null : (
        <>
          <h3 className="co-writer-heading">What it may cost</h3>
          <p className="co-writer-note">
            Before each request the most it can cost is set aside. A request that could go over a limit is not sent.
          </p>
          <div className="settings-grid">
            {caps.map(({ id, label }) => (
              <NumberField
                key={id}
                label={label}
                least={0}
                most={100_000}
                step={0.5}
                value={wish.caps[id]}
                onChange={(value) => onChange({ caps: { ...wish.caps, [id]: value } })}
              />
            ))}
          </div>
          {wish.model === '' ? null : <Price wish={wish} onChange={onChange} />}
          {wish.imageModel === '' ? null : <PicturePrice wish={wish} onChange={onChange} />}
        </>
      )}
      <h3 className="co-writer-heading">How often it may be asked</h3>
      <div className="settings-grid">
        <NumberField
          label="Requests a minute"
          least={1}
          most={10_000}
          value={wish.requestsPerMinute}
          onChange={(requestsPerMinute) => onChange({ requestsPerMinute })}
        />
        <NumberField
          label="Tokens a minute"
          least={1_000}
          most={100_000_000}
          step={1_000}
          value={wish.tokensPerMinute}
          onChange={(tokensPerMinute) => onChange({ tokensPerMinute })}
        />
      </div>
    </>
  );
}

/** The author’s own price for the model; it wins over the one that Longhand ships. */
function Price({ wish, onChange }: CoWriterPartProps) {
  const own = wish.prices.find(({ model }) => model === wish.model);
  const change = (patch: Partial<ModelPrice>): void => {
    const checkedOn = new Date().toISOString().slice(0, 10);
    const price = { usdPerMillionIn: 0, usdPerMillionOut: 0, ...own, ...patch, model: wish.model, checkedOn };
    onChange({ prices: [...wish.prices.filter(({ model }) => model !== wish.model), price] });
  };
  return (
    <>
      <p className="co-writer-note">
        {own
          ? `Your price for ${wish.model}, of ${own.checkedOn}.`
          : `Longhand uses the price of ${wish.model} that it knows, if it knows one. Yours wins.`}
      </p>
      <div className="settings-grid">
        <NumberField
          label="Dollars for a million tokens sent"
          least={0}
          most={10_000}
          step={0.01}
          value={own?.usdPerMillionIn ?? NaN}
          onChange={(usdPerMillionIn) => change({ usdPerMillionIn })}
        />
        <NumberField
          label="Dollars for a million tokens answered"
          least={0}
          most={10_000}
          step={0.01}
          value={own?.usdPerMillionOut ?? NaN}
          onChange={(usdPerMillionOut) => change({ usdPerMillionOut })}
        />
      </div>
    </>
  );
}

/** The author’s own price for a picture; it wins over the one that Longhand ships. */
function PicturePrice({ wish, onChange }: CoWriterPartProps) {
  const own = wish.imagePrices.find(({ model }) => model === wish.imageModel);
  const change = (usdPerImage: number): void => {
    const checkedOn = new Date().toISOString().slice(0, 10);
    const price: ImagePrice = { usdPerMillionIn: 0, ...own, usdPerImage, model: wish.imageModel, checkedOn };
    onChange({ imagePrices: [...wish.imagePrices.filter(({ model }) => model !== wish.imageModel), price] });
  };
  return (
    <>
      <p className="co-writer-note">
        {own
          ? `Your price for a picture by ${wish.imageModel}, of ${own.checkedOn}.`
          : `Longhand uses the price of a picture by ${wish.imageModel} that it knows, if it knows one. Yours wins.`}
      </p>
      <div className="settings-grid">
        <NumberField
          label="Dollars for a picture"
          least={0}
          most={1_000}
          step={0.01}
          value={own?.usdPerImage ?? NaN}
          onChange={change}
        />
      </div>
    </>
  );
}
