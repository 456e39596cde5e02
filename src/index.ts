/** The public door: all that an adapter or a brief may import. Loads no SDK and no engine. */

export { Answering, type Replace } from './answering.ts';
export type { Bot, BotParts } from './bot.ts';
export { createBot } from './bot.ts';
export { Breaker, PausedError } from './breaker.ts';
export { clockFrom, systemClock } from './clock.ts';
export type { Command, CommandAction, CommandArgument } from './commands.ts';
export { commands, completions, helpEntries, parseCommand, typedFeed } from './commands.ts';
export { readConfiguration, timeoutKey } from './config.ts';
export { aboutAnswer } from './desk/feedback.ts';
export type {
  AdapterDefinition,
  AdapterFactory,
  AdapterOptions,
  AdapterTool,
  Finding,
} from './domain/adapter-definition.ts';
export type { Answer, AnswerReport, Confidence, UnansweredReason } from './domain/answer.ts';
export type { Article, ArticleId, DateBasis, IsoDate, IsoInstant, OriginId } from './domain/article.ts';
export type {
  Brief,
  BriefDefinition,
  Direction,
  Disagreement,
  Mover,
  Notice,
  NoticeCode,
  Reading,
  Section,
  SectionDefinition,
  SectionId,
  Source,
  Statement,
  Tension,
  Unknown,
} from './domain/brief.ts';
export type {
  AdministeredAdapter,
  AmendingAdapter,
  ChatAdapter,
  ChatRequest,
  Completable,
  Conversation,
  DeliveryKey,
  EndingAdapter,
  ReachingAdapter,
  RecallingAdapter,
  RequestHandler,
  Sent,
} from './domain/chat.ts';
export { mustBeMine } from './domain/chat.ts';
export type { Citation, NonEmpty, Passage } from './domain/citation.ts';
export { cite, isNonEmpty } from './domain/citation.ts';
export type { Clock } from './domain/clock.ts';
export type { ConfigurationKey, ConfigurationValues } from './domain/configuration.ts';
export { formatDay, formatDays } from './domain/day.ts';
export type { Claim, Event, EventDate, EventId, EventStatus, EventType, Stance } from './domain/event.ts';
export type { Field, Form, Option } from './domain/form.ts';
export type { Logger } from './domain/logger.ts';
export type { HelpEntry, Reply } from './domain/reply.ts';
export { isShareable } from './domain/reply.ts';
export type { Situation } from './domain/situation.ts';
export type { DeliveryStatus, DeskStatus, FeedsStatus, OutletStatus, ScheduleStatus } from './domain/status.ts';
export type { ErrorCode } from './errors.ts';
export { DetenteError, reasonOf } from './errors.ts';
export { InOrder } from './in-order.ts';
export { ask, brief, ingest, openArchive } from './library.ts';
export { silentLogger } from './logger.ts';
export type { Block, Run } from './outline/block.ts';
export { firstWords, inert } from './outline/inert.ts';
export { markdown } from './outline/markdown.ts';
export { outline } from './outline/outline.ts';
export { type BriefParts, briefParts } from './outline/parent.ts';
export { type StandingMessage, StandingReply } from './standing-reply.ts';
