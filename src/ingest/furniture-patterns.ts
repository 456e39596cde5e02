/**
 * Lines that news sites put around their stories, from general knowledge of many outlets. Each pattern is matched
 * against a whole line without regard to case, so that a sentence which only begins alike is no match.
 */
function wholeLines(...sources: readonly string[]): readonly RegExp[] {
  return sources.map((source) => new RegExp(`^(?:${source})$`, 'iu'));
}

const AD =
  '(?:advertisements?|adverti[sz]ing|ads?|advert|sponsored(?: content)?|promoted(?: content)?|paid (?:content|post)|anzeige|werbung|publicité|publicidad|publicidade|pubblicità|reklam|advertentie|реклама|إعلان|تبلیغات|広告|广告)';
const SOCIAL =
  '(?:facebook|twitter|instagram|whats ?app|telegram|youtube|linked ?in|tiktok|google ?news|flipboard|bluesky|mastodon|snapchat|viber|koo|pinterest|reddit|threads|on x)';
const BUTTON =
  '(?:facebook|twitter|x|instagram|whats ?app|telegram|youtube|linked ?in|pinterest|reddit|tiktok|threads|google ?news|google|flipboard|messenger|e-?mail|print|copy(?: link)?|snapchat|koo|bluesky|mastodon|tumblr|viber|line|rss|sms|share|tweet|save|bookmark|more|link|comments?|pocket|vk)';
const LETTER =
  '(?:newsletters?|news ?letter|mailing list|e-?mails?|alerts?|notifications?|briefings?|digest|bulletin|inbox|updates|apps?|podcasts?|free account|premium|e-?paper)';

/** Advertising, counters, prompts, buttons, credits. A sentence that reports speech is never one of these. */
export const PROMPTS = wholeLines(
  String.raw`[-–—*[(\s]*${AD}[a-z]?[-–—*\])\s.:]*(?:scroll to continue.{0,40})?`,
  String.raw`(?:story|article|text|content) continues (?:below|after)\b.{0,40}`,
  String.raw`(?:continue reading|scroll|keep reading|skip) (?:below|after|past|for|down|to continue)\b.{0,40}|continue reading`,
  String.raw`(?:remove|skip|close|hide|report|why this) ads?|(?:loading|please wait)(?:\.{2,3}|…)?`,
  String.raw`(?:(?:estimated )?read(?:ing)?[ -]?time|lesezeit|temps de lecture|tiempo de lectura|tempo de leitura|leestijd)\s*[:：]?\s*(?:about |~)?\d{1,3}\s*(?:mins?|minutes?|m|minuten|minutos)?\.?`,
  String.raw`\d{1,3}[ -]?(?:mins?|minutes?|minuten|minutos)\.? (?:read|lesezeit|de lecture|de lectura)`,
  String.raw`[\d,.]+[km]? (?:views?|shares?|reads?|likes?|comments?|reactions?)`,
  String.raw`(?:listen|watch)(?: now| to (?:this )?(?:article|story|audio|podcast))?(?:\s*[:–-]?\s*\d{1,2}:\d{2}|\s+\d+ min(?:ute)?s?)?`,
  String.raw`follow (?:us|our)(?: (?:on|at|here|via)\b|\s*[@:]).{0,160}|follow us`,
  String.raw`follow \S+(?: \S+){0,5} (?:on|via) (?:${SOCIAL}|x)\b.{0,120}`,
  String.raw`(?:for .{0,60})?(?:join|like|follow|subscribe to|find|connect with|visit|add) (?:us|our)\b.{0,40}(?:${SOCIAL}|\bchannel|\bnewsletter)\b.{0,120}`,
  '(?:also )?(?:add|make|set|choose|prefer) .{2,50} (?:as|to) (?:a |your )?(?:preferred|trusted|favou?rite) (?:news )?source.{0,40}',
  '(?:sign|log) ?(?:up|in|on)(?: now| here| today| free)?',
  String.raw`(?:please )?(?:sign up|signup|subscribe|register)\b.{0,60}\b${LETTER}\b.{0,100}`,
  'subscribe(?: (?:now|today|here|to .{2,40}|for .{2,40}))?[!.]?',
  String.raw`get (?:the |our |all |your |more )?.{0,60}\b(?:delivered|straight|directly|right|sent) (?:in)?to your .{0,40}`,
  String.raw`(?:download|get|install|use|open|try) (?:our|the|this in the) .{0,30}\bapps?\b.{0,80}`,
  String.raw`(?:this (?:article|story|content) is )?(?:for|only for|available to|exclusively? (?:for|to)) (?:our )?(?:subscribers|members)(?: only)?\.?`,
  String.raw`(?:already a (?:subscriber|member)|not a (?:subscriber|member)|support (?:our|independent) journalism)\b.{0,80}`,
  String.raw`(?:stay (?:updated|informed|tuned|connected|ahead)|never miss)\b(?: with| on| for| to)? ?(?:us|our|the latest|breaking|an? (?:story|update)|${LETTER})\b.{0,80}`,
  String.raw`(?:for|get|read|catch|find) (?:all )?(?:the )?(?:latest|more|breaking|top)\b.{0,60}\b(?:news|updates|headlines|stories)\b.{0,60}\b(?:follow|visit|subscribe|download|here|click|log on|app|website|page|on our|only on)\b.{0,60}`,
  String.raw`(?:${BUTTON}[\s,|/•·&]*(?:and )?){1,14}`,
  `(?:share|tweet|post|email|print|save|bookmark|gift)(?: (?:this|the|via|on|to|with|article|story|post|page|link|it|your|friends|${BUTTON}|and|by))*[:.!]?`,
  String.raw`(?:(?:post|leave|add|write|view|read|show|see|hide|all|join)\s(?:a |your |all |the |us in the )?)?(?:\d+ )?(?:comments?|conversation|reply|discussion)(?: \(?\d*\)?| section| below| here)?`,
  String.raw`comments? (?:are|is) (?:closed|off|disabled)\.?|be the first to comment.?`,
  '(?:back|return|go) to (?:top|home(?:page)?|the top)|skip to (?:main )?content|home|menu|search|next|previous|read (?:more|less|full story)|(?:show|see|view|load) (?:more|less|all|gallery)|more|close',
  String.raw`(?:edited|curated|compiled|translated|produced|updated|uploaded|proofread|fact-?checked|reviewed|published) by\s*[:：-]?\s*\S+(?: \S+){0,6}(?<![.!?])`,
  String.raw`\((?:additional )?(?:reporting|writing|editing|compiled|translated|with (?:inputs?|reporting|agency inputs|additional reporting)) (?:by|from)\b.{0,200}\)\.?`,
  String.raw`(?:additional )?reporting by [^.]{2,80}(?:[;.,] ?(?:additional )?(?:editing|writing|reporting|compiled)\b.{0,120})?`,
  String.raw`[^.]{2,250} contributed (?:reporting )?to this (?:report|story|article)\.?`,
  String.raw`.{0,80}\b(?:contains?|uses?|includes?|earns?)\b.{0,60}\baffiliate\b.{0,160}`,
  String.raw`\(?with (?:agency|agencies|wire|additional|\p{L}{2,8}) inputs?(?: from .{2,60})?\)?\.?|\(?with inputs from [^.]{2,60}\)?`,
  String.raw`(?:first )?(?:source|sources|agency|agencies|credits?|quelle|fuente|fonte)\s*[:：]\s*\S+(?: \S+){0,5}`,
  String.raw`\(?(?:(?:file|representational|representative|ap|afp|reuters|getty) )?(?:photo|photograph|picture|pic|image|video|graphic|illustration|foto)s?(?: ?(?:credit|courtesy|source|by|credits))?\s*[:：/©|]\s*.{1,100}`,
  String.raw`\(?(?:file|representational|representative|symbolic|handout) (?:photo|image|picture|pic|only|use only)s?(?: only)?\)?\.?`,
  String.raw`(?:photo|image|picture|video)s? (?:courtesy|credits?)\b.{1,80}|(?:photo|image|picture|photograph) by [^.]{2,60}`,
  String.raw`[[(]?(?:reuters|afp|ap photo|ap|epa|getty images|anadolu|xinhua|(?:afp|handout) via (?:getty images|reuters))\s?/\s?[^.]{2,60}[\])]?`,
  '(?:enlarge|expand|zoom|toggle) (?:this |the )?(?:image|picture|photo|caption)|(?:hide|show|toggle) caption|(?:click|tap) to (?:enlarge|expand|zoom|play|unmute)',
  String.raw`(?:click|tap|press) (?:here|on the link|the link|below)\b.{0,120}`,
  String.raw`(?:to read|for) more\b.{0,60}\b(?:click|visit|log on|go to)\b.{0,80}`,
  String.raw`we use cookies\b.{0,200}|(?:disclaimer|terms of (?:use|service)|privacy policy|cookie policy|about us|contact us|advertise with us)\b.{0,160}`,
  String.raw`(?:#[\p{L}\p{N}_]+[\s,]*)+`,
  String.raw`(?:tags?|topics?|keywords?|filed under|categories|category|labels?|schlagwörter|etiquetas|temas)\s*[:：].{0,200}`,
);

/** A mark and another story's headline on one line. As the first line of a file it may be the headline itself. */
export const POINTERS = wholeLines(
  String.raw`(?:also|must|don'?t miss|now|next|further|recommended|suggested|related|similar)[ -](?:read|watch|see|reads|reading|story|stories|articles?|news|coverage|topics?|posts?|links?|videos?)\s*[:：|–—-]\s*.{1,250}`,
  String.raw`(?:read (?:more|also|here|next|this|the full (?:story|article))|see also|watch(?: also| live| video)?|also read|in pics|in pictures|in photos|listen|related|must read)\s*[:：|]\s*.{1,250}`,
);

/** Who owns the text, and where it came from. */
export const RIGHTS = wholeLines(
  String.raw`©.{0,200}|\(c\)\s*(?:copyright|\d{4}).{0,200}|copyrights?\s*(?:©|\(c\)|\d{4}|:|reserved|by\b).{0,200}|.{0,80}©\s*(?:copyright )?(?:19|20)\d{2}.{0,120}`,
  String.raw`.{0,120}\ball rights reserved\b.{0,120}`,
  'this (?:material|content|article|story) may not be (?:published|reproduced|copied|broadcast).{0,200}',
  String.raw`\(?(?:except for the headline,? )?this (?:story|article|report|copy|news item) (?:has not been|was not|is not) edited by\b.{0,250}`,
  String.raw`\(?this (?:story|article|report|copy|news item) (?:is|was|has been) (?:published (?:from|unedited|without)|auto-?generated|generated from|taken from|sourced from|syndicated)\b.{0,200}`,
);

/** Heads of blocks about other stories. */
export const SIDEBARS = wholeLines(
  String.raw`(?:featured video(?: of the day)?|video of the day|trending(?: now| news| stories| topics| videos?)?|most (?:read|popular|viewed|shared|commented)(?: stories| news| articles)?|live tv|photo gallery)\s*[:：…>»]*`,
  String.raw`(?:top|latest|more|other|related|recent|popular|recommended|similar|today's|breaking|must[ -]read)(?: top)? (?:stories|news|articles?|posts?|reads?|videos?|headlines|coverage|topics|content|links|from .{2,40}|on this(?: story| topic)?|in .{2,30}|like this)\s*[:：…>»]*`,
  String.raw`about the authors?\s*[:：]?`,
  String.raw`(?:related|also read|read also|read more|read next|see also|up next|also (?:watch|see)|don'?t miss|recommended(?: for you)?|you (?:may|might) (?:also )?(?:like|be interested in|have missed)(?: to read)?|editor'?s? (?:picks?|choice))\s*[:：…>»]*`,
  String.raw`(?:topics mentioned in this article|tags|topics|in this (?:article|story)|around the web|from (?:our partners|the web|around the web)|promoted stories|sponsored stories|what to read next|explore more|trending in .{2,30})\s*[:：…>»]*`,
  String.raw`(?:(?:das )?könnte sie auch interessieren|mehr zum thema|(?:à )?lire aussi|leia também|le[aé] también|leggi anche|lees ook)\s*[:：…>»]*`,
);
