import type { NonEmpty } from './citation.ts';

export interface Option {
  readonly value: string;
  readonly label: string;
  /** Options of one group stand together, in the order given. */
  readonly group?: string;
}

interface FieldBase {
  /** The key of its value in what comes back. */
  readonly name: string;
  readonly label: string;
}

export type Field =
  | (FieldBase & { readonly kind: 'choice'; readonly options: NonEmpty<Option>; readonly value?: string })
  /** Values come back joined by commas. */
  | (FieldBase & { readonly kind: 'choices'; readonly options: NonEmpty<Option>; readonly values: readonly string[] })
  /** `HH:MM` */
  | (FieldBase & { readonly kind: 'time'; readonly value?: string })
  /** The platform's ids of users, joined by commas when they come back. */
  | (FieldBase & { readonly kind: 'people'; readonly values: readonly string[] })
  | (FieldBase & { readonly kind: 'text' });

/** What a user fills in. It comes back as the request of its `kind`. */
export interface Form {
  readonly kind: 'settings' | 'feedback';
  readonly title: string;
  readonly note: string;
  readonly submit: string;
  readonly fields: NonEmpty<Field>;
}
