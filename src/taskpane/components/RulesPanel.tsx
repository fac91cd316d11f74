import {
  Button,
  Field,
  MessageBar,
  MessageBarBody,
  Select,
  Text,
  Textarea,
} from '@fluentui/react-components';
import type { ChangeEvent } from 'react';
import { useId, useRef, useState } from 'react';
import { profileText, readProfile } from '../../app/profile';
import { changesText, profileErrorText, profileNoteTexts } from '../../app/profileTexts';
import { PRESETS, withPreset } from '../../domain/presets';
import type { Preset, Rules } from '../../domain/presets';
import { fileText, offerDownload } from '../files';
import { usePane } from '../PaneContext';
import { isBusy, isWriting } from '../state';
import { Card } from './Card';

/** Rules chosen and not applied yet: over which rules, and what of a file was left out. */
interface Proposal {
  readonly before: Rules;
  readonly after: Rules;
  readonly notes: readonly string[];
}

/** Ready sets of rules, and profiles that carry rules from workbook to workbook. */
export function RulesPanel() {
  const { flow, state, language, t } = usePane();
  const [preset, setPreset] = useState<Preset | null>(null);
  const [proposal, setProposal] = useState<Proposal | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [applied, setApplied] = useState(false);
  const running = isWriting(state);

  function clear(): void {
    setPreset(null);
    setProposal(null);
    setTrouble(null);
    setApplied(false);
  }

  async function choosePreset(value: string): Promise<void> {
    clear();
    const chosen = PRESETS.find((one) => one === value);
    if (chosen === undefined) return;
    const before = await flow.currentRules();
    if (before === null) return;
    setPreset(chosen);
    setProposal({ before, after: withPreset(before, chosen), notes: [] });
  }

  async function load(file: File): Promise<void> {
    clear();
    const text = await fileText(file);
    const before = text === null ? null : await flow.currentRules();
    if (text === null) setTrouble(t('profile.error.unreadable'));
    if (text === null || before === null) return;
    const read = readProfile(text, before);
    if (read.ok)
      setProposal({
        before,
        after: read.value.rules,
        notes: [t('profile.read'), ...profileNoteTexts(read.value, t)],
      });
    else setTrouble(profileErrorText(read.error, t));
  }

  async function apply({ after }: Proposal): Promise<void> {
    if (!(await flow.applyRules(after))) return;
    clear();
    setApplied(true);
  }

  return (
    <Card title={t('profile.title')}>
      <Text size={200}>{t('profile.hint')}</Text>
      <div>
        <Button size="small" onClick={() => void flow.showTab('settings')}>
          {t('profile.openTab')}
        </Button>
      </div>
      <Field label={t('profile.preset')} hint={t('profile.preset.origin')}>
        <Select
          value={preset ?? ''}
          disabled={running}
          onChange={(_event, { value }) => void choosePreset(value)}
        >
          <option value="">{t('profile.preset.none')}</option>
          {PRESETS.map((key) => (
            <option key={key} value={key}>
              {t(`profile.preset.${key}`)}
            </option>
          ))}
        </Select>
      </Field>
      {trouble !== null && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{trouble}</MessageBarBody>
        </MessageBar>
      )}
      {proposal && (
        <>
          {proposal.notes.map((note) => (
            <Text key={note} size={200}>
              {note}
            </Text>
          ))}
          <Text size={200}>{changesText(proposal.before, proposal.after, language, t)}</Text>
          <div>
            <Button size="small" disabled={running} onClick={() => void apply(proposal)}>
              {t('profile.apply')}
            </Button>
          </div>
        </>
      )}
      {applied && (
        <MessageBar intent="success" layout="multiline">
          <MessageBarBody>
            {t('profile.applied')}{' '}
            {state.built && (
              <Button size="small" disabled={isBusy(state)} onClick={() => void flow.build()}>
                {t('profile.update')}
              </Button>
            )}
          </MessageBarBody>
        </MessageBar>
      )}
      <Transfer disabled={running} onFile={(file) => void load(file)} />
    </Card>
  );
}

interface TransferProps {
  readonly disabled: boolean;
  readonly onFile: (file: File) => void;
}

/** The rules of this workbook as a file, and a file of another. */
function Transfer({ disabled, onFile }: TransferProps) {
  const { flow, t } = usePane();
  const [text, setText] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();

  async function save(): Promise<void> {
    const rules = await flow.currentRules();
    if (rules === null) return;
    const profile = profileText(rules);
    // Office on the desktop may block downloads without a word: the text stays at hand.
    setText(profile);
    offerDownload(t('profile.fileName'), profile);
  }

  function choose({ target }: ChangeEvent<HTMLInputElement>): void {
    const file = target.files?.[0];
    if (file) onFile(file);
    // The same file, mended, may be chosen again.
    target.value = '';
  }

  return (
    <>
      <div role="group" aria-label={t('profile.file')}>
        <Button size="small" disabled={disabled} onClick={() => void save()}>
          {t('profile.save')}
        </Button>{' '}
        <Button size="small" disabled={disabled} onClick={() => input.current?.click()}>
          {t('profile.load')}
        </Button>
        <input
          ref={input}
          id={id}
          type="file"
          accept=".json,application/json"
          aria-label={t('profile.file')}
          hidden
          onChange={choose}
        />
      </div>
      {text !== null && (
        <Field label={t('profile.text')} hint={t('profile.textHint')}>
          <Textarea readOnly rows={6} value={text} onFocus={(event) => event.currentTarget.select()} />
        </Field>
      )}
    </>
  );
}
