import type { ModelUse } from '../domain/model.ts';
import type { Ceiling } from '../domain/model-store.ts';
import type { ModelSettings, Price } from './keys.ts';

type Priced = Pick<ModelSettings, 'model' | 'prices' | 'budget'>;

/** The price of the model that is used. None is built in, since prices change. */
export function priceOf({ model, prices }: Priced): Price | undefined {
  return prices.find((price) => price.model === model);
}

/** Millionths of a dollar, rounded up: dollars for a million tokens are millionths for one. Without a price 0. */
export function microDollars({ inputTokens, outputTokens }: ModelUse, price: Price | undefined): number {
  if (price === undefined) return 0;
  // 0.1 times 3 is a little more than 0.3, and no millionth more
  return Math.ceil(Number((inputTokens * price.input + outputTokens * price.output).toFixed(6)));
}

/** What is wrong with a budget: dollars cannot be counted without a price. Undefined where nothing is. */
export function budgetFault(settings: Priced): string | undefined {
  const isInDollars = settings.budget.some(({ unit }) => unit === 'dollars');
  if (!isInDollars || priceOf(settings) !== undefined) return undefined;
  return `DETENTE_MODEL_BUDGET is in dollars, and DETENTE_MODEL_PRICES has no price of ${settings.model}: add it, such as ${settings.model} 0.25 2`;
}

/** `200,000 tokens`, `$5.00`. */
export function amountWords({ unit, amount }: Pick<Ceiling, 'unit' | 'amount'>): string {
  if (unit === 'tokens') return `${amount.toLocaleString('en-US')} tokens`;
  return `$${amount.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: amount < 1 ? 6 : 2 })}`;
}
