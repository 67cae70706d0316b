/** Builds a map from lines of "form form form > dictionary form". */
const formsOf = (table: string): Map<string, string> => {
  const forms = new Map<string, string>();
  for (const line of table.trim().split('\n')) {
    const [left = '', right = ''] = line.split('>');
    for (const form of left.trim().split(' ')) forms.set(form, right.trim());
  }
  return forms;
};

/** Forms no suffix rule can derive. */
export const IRREGULAR = formsOf(`
is are am was were been being bein > be
has had having > have
does did doing done > do
goes went gone going gonna > go
comes came comin > come
ran running runnin > run
bursted busted bust busting bursting bursts > burst
broke broken breaks breaking > break
froze frozen frozed freezed freezes freezin freezing > freeze
smelt smelled smells smelling smellin > smell
blew blown blows blowing > blow
rose risen rising rises > rise
fell fallen > fall
rang rung > ring
stank stunk > stink
caught > catch
lost losing loses > lose
dying died dies > die
shot shooting shoots > shoot
sprung sprang springing > spring
kept keeps keeping > keep
got gotten gets getting gettin > get
said says saying sayin > say
told tells telling > tell
heard hears hearing > hear
felt feels feeling feelin > feel
saw seen sees seeing > see
thought thinks thinking > think
knew known knows knowing > know
took taken takes taking > take
gave given gives giving > give
made makes making > make
found finds finding > find
left leaves leaving > leave
stood standing stands > stand
spread spreads spreading > spread
grew grown grows growing > grow
bent > bend
lit > lit
thrown throwing throws > throw
woke woken > wake
bought > buy
sold > sell
children childrens > child
feet > foot
people > people
tryin tried tries > try
puking puked > puke
spat spitting spits > spit
hit hits hitting > hit
cut cuts cutting > cut
shut shuts shutting > shut
quit quits quitting > quit
let lets letting > let
dug digging digs > dig
slept > sleep
paid pays paying > pay
wet > wet
sometimes > sometimes
evening evenings > evening
used uses using > use
hiss hisses hissing hissed > hiss
always > always
ours > our
bulged bulging > bulge
thing things > thing
thin > thin
sizzly > sizzle
crackly > crackle
drippy > drip
gurgly > gurgle
bubbly > bubble
piping > piping
paneling panelling > paneling
tubing > tubing
basin basins > basin
note notes noted > note
within > within
join joins joined joining > join
shin shins > shin
singe singed singes singeing > singe
robin > robin
odour odours odors > odor
sulphur > sulfur
colour > color
neighbour neighbours neighbors > neighbor
grey > gray
mum mom's > mom
`);

/** What speech recognition writes for words of the trade. */
export const MISHEARD = formsOf(`
smok smokin' > smoke
wader watah wadder watuh wotter > water
leek leeks leeking leeked leaky leakage lek > leak
oder oders ordor > odor
fernace furnase furnice fernus furnce furnac furnis furnance > furnace
monoxid minoxide monoxcide manoxide > monoxide
sewege suage sewidge souage > sewage
flud fluding > flood
brakers braker > breaker
ac's acs hvacs > ac
toliet tolet > toilet
celling sealing > ceiling
fawcet faucit foset > faucet
shok > shock
taped tapes > tape
lite lites > light
burnin burnning > burn
comin commin > come
supposed > supposed
facet facets fosset fossit > faucet
bern > burn
arking arkin > arc
dyed dyes > die
blewed > blow
cumming > come
fourty > forty
billed > bill
sparkin > spark
sparky > sparky
exaust > exhaust
`);

/** "won't", and what is left of it without the apostrophe, as the words it stands for. */
export const CONTRACTIONS: Map<string, string[]> = new Map(
  Object.entries({
    ...negatives(),
    "ain't": 'be not',
    aint: 'be not',
    cannot: 'can not',
    "i'm": 'i be',
    im: 'i be',
    "i've": 'i have',
    ive: 'i have',
    "i'd": 'i would',
    "i'll": 'i will',
    "we're": 'we be',
    "we've": 'we have',
    weve: 'we have',
    "we'd": 'we would',
    "we'll": 'we will',
    "you're": 'you be',
    youre: 'you be',
    "you've": 'you have',
    "you'd": 'you would',
    "you'll": 'you will',
    "they're": 'they be',
    theyre: 'they be',
    "they've": 'they have',
    "they'll": 'they will',
    "it's": 'it be',
    its: 'it be',
    "it'll": 'it will',
    "it'd": 'it would',
    "that's": 'that be',
    thats: 'that be',
    "there's": 'there be',
    theres: 'there be',
    "here's": 'here be',
    "what's": 'what be',
    whats: 'what be',
    "where's": 'where be',
    "who's": 'who be',
    "how's": 'how be',
    "he's": 'he be',
    hes: 'he be',
    "she's": 'she be',
    shes: 'she be',
    "everyone's": 'everyone be',
    "everybody's": 'everybody be',
    "something's": 'something be',
    somethings: 'something be',
    "nothing's": 'nothing be',
    "let's": 'let us',
    wanna: 'want to',
    gotta: 'get to',
    hafta: 'have to',
    dunno: 'do not know',
    gimme: 'give me',
    lemme: 'let me',
    needa: 'need a',
    tankless: 'tankless',
    "y'all": 'you',
    yall: 'you',
    "'em": 'them',
  }).map(([form, words]) => [form, words.split(' ')] as [string, string[]]),
);

function negatives(): Record<string, string> {
  const verbs = {
    is: 'be',
    are: 'be',
    was: 'be',
    were: 'be',
    do: 'do',
    does: 'do',
    did: 'do',
    has: 'have',
    have: 'have',
    had: 'have',
    could: 'could',
    would: 'would',
    should: 'should',
  };
  const forms: Record<string, string> = { "won't": 'will not', wont: 'will not', "can't": 'can not', cant: 'can not' };
  for (const [form, verb] of Object.entries(verbs)) {
    forms[`${form}n't`] = `${verb} not`;
    forms[`${form}nt`] = `${verb} not`;
  }
  return forms;
}

/** Said without meaning. "so", "well" and "like" are among them, so no phrase of the lexicon may need them. */
export const FILLERS: ReadonlySet<string> = new Set(
  'um uh uhm umm uhh er erm ah ahh hmm mm mhm oh ohh like so okay ok basically actually literally honestly kinda sorta anyway anyways please really very'.split(
    ' ',
  ),
);
