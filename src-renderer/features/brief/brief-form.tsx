import { Audience } from '../../../src-shared/domain/brief';
import { Genre, genreName } from '../../../src-shared/domain/genre';
import { readinessOf } from '../../../src-shared/domain/readiness';
import { TextArea, TextField } from '../../ui/field';
import { ComboBox, Select } from '../../ui/select';
import { formatNumber } from '../../ui/words';
import { languageOptions } from './languages';
import { Readiness } from './readiness';
import type { BriefFormState } from './use-brief-form';

const genres = Genre.options.map((genre) => ({ id: genre, name: genreName(genre) }));
const audiences = Audience.options.map((audience) => ({ id: audience, name: audience }));

/** The fields of the brief; each is saved by itself. */
export function BriefForm({ bookId, form }: { bookId: string; form: BriefFormState }) {
  const { brief, edit, flush, titleError } = form;
  const save = () => void flush();
  return (
    <div className="brief-form">
      <TextField
        label="Title"
        look="title"
        value={brief.title}
        error={titleError}
        onChange={(title) => edit({ title })}
        onBlur={save}
        maxLength={200}
      />
      <TextField
        label="Subtitle"
        value={brief.subtitle}
        onChange={(subtitle) => edit({ subtitle })}
        onBlur={save}
        maxLength={255}
      />
      <div className="brief-row">
        <TextField
          label="Author"
          value={brief.author}
          onChange={(author) => edit({ author })}
          onBlur={save}
          maxLength={200}
        />
        <ComboBox label="Kind of book" options={genres} value={brief.genre} onChange={(genre) => edit({ genre })} />
      </div>
      <div className="brief-row">
        <Select
          label="For whom"
          options={audiences}
          value={brief.audience}
          onChange={(audience) => edit({ audience })}
        />
        <ComboBox
          label="Language"
          options={languageOptions(brief.language)}
          value={brief.language}
          onChange={(language) => edit({ language })}
        />
      </div>
      <TextArea
        label="What is it about?"
        look="book"
        fewestRows={5}
        placeholder="Tell it as you would tell a friend who asks."
        value={brief.summary}
        onChange={(summary) => edit({ summary })}
        onBlur={save}
      />
      <Readiness bookId={bookId} readiness={readinessOf(brief.summary, brief.genre, brief.language)} flush={flush} />
      <TextArea
        label="For the back of the book"
        description={`What a reader sees in a shop. ${formatNumber(brief.description.length)} of 5,000 characters.`}
        value={brief.description}
        onChange={(description) => edit({ description })}
        onBlur={save}
        maxLength={5_000}
      />
    </div>
  );
}
