import {
  type APIChannel,
  type APIRole,
  ChannelType,
  type GatewayGuildCreateDispatchData,
  GuildDefaultMessageNotifications,
  GuildExplicitContentFilter,
  GuildMFALevel,
  GuildNSFWLevel,
  GuildPremiumTier,
  GuildSystemChannelFlags,
  GuildVerificationLevel,
} from 'discord-api-types/v10';
import { BOT, channels, IDS, memberOf, USUAL_PERMISSIONS } from './world.ts';

/** The guild as it is sent after READY. https://discord.com/developers/docs/events/gateway-events#guild-create */
export function guildCreate(more: readonly APIChannel[] = []): GatewayGuildCreateDispatchData {
  const all = [...channels(), ...more];
  const members = [IDS.ada, IDS.ben, BOT.user].map(memberOf);
  return {
    ...guild(),
    joined_at: '2024-01-01T00:00:00.000000+00:00',
    large: false,
    member_count: members.length,
    members,
    channels: all.filter(({ type }) => type === ChannelType.GuildText) as never,
    threads: all.filter(({ type }) => type === ChannelType.PublicThread) as never,
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

function guild() {
  return {
    ...look(),
    id: IDS.guild,
    name: 'Crisis Desk',
    owner_id: IDS.ada,
    roles: [role(IDS.guild, '@everyone', USUAL_PERMISSIONS, 0), role(IDS.desk, 'desk', '0', 1)],
    emojis: [],
    stickers: [],
    features: [],
    system_channel_id: IDS.system,
    system_channel_flags: GuildSystemChannelFlags.SuppressJoinNotifications,
    afk_channel_id: null,
    afk_timeout: 300 as const,
    application_id: null,
    rules_channel_id: null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    preferred_locale: 'en-US' as never,
    verification_level: GuildVerificationLevel.None,
    default_message_notifications: GuildDefaultMessageNotifications.AllMessages,
    explicit_content_filter: GuildExplicitContentFilter.Disabled,
    mfa_level: GuildMFALevel.None,
    nsfw_level: GuildNSFWLevel.Default,
    hub_type: null,
    incidents_data: null,
  };
}

function look() {
  return {
    icon: null,
    splash: null,
    discovery_splash: null,
    description: null,
    banner: null,
    vanity_url_code: null,
    premium_tier: GuildPremiumTier.None,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
    region: 'deprecated',
  };
}

function role(id: string, name: string, permissions: string, position: number): APIRole {
  return {
    id,
    name,
    permissions,
    position,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: false,
    mentionable: false,
    flags: 0 as never,
  };
}
