const set = (list: string): ReadonlySet<string> => new Set(list.split(' '));

export const TITLES = set(
  'mr mrs ms miss dr prof professor sir lord lady dame sheikh shaikh sheik ayatollah imam mullah maulana maulvi mufti king queen prince ' +
    'princess emir sultan pope bishop archbishop patriarch cardinal father rev reverend hon honourable gen lt col maj brig adm ' +
    'capt cmdr sgt general lieutenant colonel major brigadier admiral captain commander marshal field sergeant corporal ' +
    'private sen rep gov senator representative governor mayor president premier minister chancellor secretary ambassador ' +
    'judge justice sayyed sayyid syed haji hajj ustad comrade justice chairman chief retd ret excellency highness majesty eminence holiness',
);
export const PARTICLES = set(
  'al el ul ur as ash ad ar an az ibn bin bint ben van von der den de da do dos del di la le abu abd i',
);
/** Words with capitals in the names of bodies, works, days and places, but not in those of persons. */
export const COMMON = set(
  'ministry minister department office council house senate congress parliament assembly court committee commission agency ' +
    'bureau authority authorities administration government cabinet party union alliance front movement league front army navy ' +
    'force forces guard guards corps brigade brigades battalion division command staff police service services intelligence ' +
    'security defense defence foreign interior affairs national international federal central supreme general united ' +
    'republic kingdom emirate state states province district city town village county region governorate oblast ' +
    'north south east west northern southern eastern western middle sea gulf ocean river lake mountain mount island islands ' +
    'strait straits bay peninsula valley desert border line road street avenue square bridge airport airbase base port camp hospital ' +
    'university college school institute centre center foundation fund bank group company corporation organization ' +
    'organisation association federation society club team cup games times post news press daily journal herald tribune ' +
    'today network radio television tv media agreement accord accords treaty pact deal plan protocol resolution charter act ' +
    'law convention declaration process initiative summit conference forum dialogue talks operation war revolution day ' +
    'week month year monday tuesday wednesday thursday friday saturday sunday january february march april may june july ' +
    'august september october november december ramadan eid christmas easter new first second third world global human rights ' +
    'peace liberation people peoples democratic islamic arab jewish muslim christian catholic orthodox church mosque temple ' +
    'zone area sector brotherhood jihad jihadi supreme leader spokesman spokeswoman spokesperson church cross crescent dome ' +
    'iron drone missile palace street stock exchange oil gas nuclear high joint chiefs special envoy representative patrol ' +
    'revolutionary armed socialist communist conservative labour labor liberal republican democrat democrats republicans ' +
    'covid internet english hebrew french spanish mandarin nobel prize winter summer spring autumn fall photo image file story read more by ' +
    'and the a an of',
);
/** Names of states, capitals and places that persons bear too. */
export const BORNE = set(
  'jordan chad israel georgia washington london paris jackson nasir shan aden sydney florida lima kingston austin darwin ' +
    'sana santiago victoria wellington hamilton houston dallas india ireland holland england wales lincoln georgetown medina kano ' +
    'rostov sofia brest wagner swat tyre sinai gaza',
);
export const OPENERS = set(
  'meanwhile however earlier later yesterday today tomorrow officials analysts residents witnesses police critics ' +
    'according despite following since speaking asked addressing both many most several two three four five six seven ' +
    'eight nine ten like unlike still also even only perhaps maybe instead last next after before when while where why how ' +
    'what who if as at by for from in on to with',
);
