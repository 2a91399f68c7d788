import { z } from 'zod';
import { PreflightFinding } from '../domain/preflight';
import { call, OfBook } from './call';

export const preflightCalls = {
  /** Reads the whole book and gives what the rules find, in the order of the rules. */
  'preflight.check': call(OfBook, z.array(PreflightFinding)),
};
