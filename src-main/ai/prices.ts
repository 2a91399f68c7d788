import { basename } from 'node:path';
import { z } from 'zod';
import {
  ImagePrice,
  isLocal,
  ModelPrice,
  originOf,
  type CoWriterSettings,
  type ModelServer,
} from '../../src-shared/domain/co-writer';
import { fail } from '../failure';
import type { Usage } from './model-client';

/** What a token costs, in millionths of a dollar: the same figure as dollars for a million tokens. */
export type Price = Pick<ModelPrice, 'usdPerMillionIn' | 'usdPerMillionOut'>;

/** The prices of one provider. They hold at its own address: who passes the same models on asks what they like. */
const ShippedPrices = z.array(
  z.strictObject({
    origin: z.string(),
    source: z.url(),
    prices: z.array(ModelPrice),
    images: z.array(ImagePrice).default([]),
  }),
);
type ShippedPrices = z.infer<typeof ShippedPrices>;

const free: Price = { usdPerMillionIn: 0, usdPerMillionOut: 0 };

/** What is asked of a model: tokens that go out, and the most words or the pictures that come back. */
export type Asked = { readonly tokensIn: number; readonly mostTokens: number; readonly images: number };

const microUsdPerUsd = 1_000_000;

/** Knows what models cost. */
export type Prices = ReturnType<typeof createPrices>;

/** Prices from the file that ships with the application, and from the author, whose own win. */
export function createPrices(deps: {
  readonly read: (path: string) => Promise<Uint8Array | undefined>;
  /** The file of prices among the resources. */
  readonly path: string;
  readonly settings: () => Pick<CoWriterSettings, 'prices' | 'imagePrices'>;
}) {
  let shipped: Promise<ShippedPrices> | undefined;

  async function load(): Promise<ShippedPrices> {
    const bytes = await deps.read(deps.path);
    try {
      return ShippedPrices.parse(JSON.parse(new TextDecoder().decode(bytes)));
    } catch (cause) {
      return fail({ code: 'unreadable-file', file: basename(deps.path), reason: 'no prices' }, cause);
    }
  }

  async function shippedFor(server: ModelServer): Promise<ShippedPrices[number] | undefined> {
    shipped ??= load();
    return (await shipped).find(({ origin }) => origin === originOf(server));
  }

  async function priceOf(server: ModelServer, model: string): Promise<Price | undefined> {
    if (isLocal(server)) return free;
    const isWanted = (price: ModelPrice): boolean => price.model === model;
    return deps.settings().prices.find(isWanted) ?? (await shippedFor(server))?.prices.find(isWanted);
  }

  async function imagePriceOf(
    server: ModelServer,
    model: string,
  ): Promise<Omit<ImagePrice, 'model' | 'checkedOn'> | undefined> {
    if (isLocal(server)) return { usdPerImage: 0, usdPerMillionIn: 0 };
    const isWanted = (price: ImagePrice): boolean => price.model === model;
    return deps.settings().imagePrices.find(isWanted) ?? (await shippedFor(server))?.images.find(isWanted);
  }

  return {
    /** The price of a model at a server; `undefined` when nobody knows it. A model on this computer costs nothing. */
    priceOf,
    /** The most that a request can cost, in millionths of a dollar; `undefined` when nobody knows the price. */
    async mostCost(
      server: ModelServer,
      model: string,
      { tokensIn, mostTokens, images }: Asked,
    ): Promise<number | undefined> {
      if (images === 0) {
        const price = await priceOf(server, model);
        return price && costOf(price, { tokensIn, tokensOut: mostTokens });
      }
      const price = await imagePriceOf(server, model);
      if (!price) return undefined;
      const words = costOf({ ...price, usdPerMillionOut: 0 }, { tokensIn, tokensOut: 0 });
      return Math.ceil(price.usdPerImage * microUsdPerUsd) * images + words;
    },
  };
}

/** A price has no more than this many decimal places in a millionth of a dollar. */
const partsPerMicroUsd = 1_000_000;

/** What tokens cost, in millionths of a dollar, a begun one counting as a whole. */
export function costOf({ usdPerMillionIn, usdPerMillionOut }: Price, { tokensIn, tokensOut }: Usage): number {
  // In whole numbers: 0.1 x 3 is not 0.3 to a computer.
  const parts = (tokens: number, price: number): bigint =>
    BigInt(tokens) * BigInt(Math.round(price * partsPerMicroUsd));
  const all = parts(tokensIn, usdPerMillionIn) + parts(tokensOut, usdPerMillionOut);
  return Number((all + BigInt(partsPerMicroUsd - 1)) / BigInt(partsPerMicroUsd));
}
