import { TRIAGE_FIGURES, type MeasuredRate } from '@domain/triage/figures';
import { PageCard } from '../../components/page-frame.js';
import { dateInWords } from '../../components/times.js';
import classes from './engine-figures.module.css';

const { measuredOn, frozen } = TRIAGE_FIGURES;

const FIGURES: { name: string; rate: MeasuredRate; means: string }[] = [
  {
    name: 'Life-threatening calls heard',
    rate: frozen.lifeSafetyRecall,
    means: 'calls about gas, CO, fire, flooding and the like',
  },
  { name: 'Emergencies heard', rate: frozen.emergencyRecall, means: 'emergencies of every kind' },
  {
    name: 'Woken for nothing',
    rate: frozen.falseWakes,
    means: 'routine calls taken for an emergency; fewer is better',
  },
  { name: 'Spam that was spam', rate: frozen.spamPrecision, means: 'calls put aside as spam, rightly so' },
];

/** The safety rules' own record, misses included: an owner should know what the voice agent is checked by. */
export function EngineFigures() {
  return (
    <PageCard title="How well we hear emergencies" aside={<Measured />}>
      <dl className={classes.figures}>
        {FIGURES.map(({ name, rate, means }) => (
          <div key={name} className={classes.figure}>
            <dt className={classes.name}>{name}</dt>
            <dd className={classes.value}>{percent(rate.hits / rate.of)}</dd>
            <dd className={classes.counts}>
              {rate.hits} of {rate.of} {means}
            </dd>
            <dd className={classes.interval}>
              95% interval: {inHundred(rate.low)} to {percent(rate.high)}
            </dd>
          </div>
        ))}
      </dl>
      <p className={classes.meaning}>
        On that day the safety rules alone, without the voice agent, judged {frozen.calls} labelled calls that were kept
        aside while the rules were made. The interval is where the true figure lies, 95 times in 100. Anybody can
        measure again: <code>npm run eval:triage</code>.
      </p>
    </PageCard>
  );
}

const Measured = () => <span className={classes.measured}>Measured {dateInWords(measuredOn)}</span>;

const inHundred = (share: number): string => (share * 100).toFixed(1);
const percent = (share: number): string => `${inHundred(share)}%`;
