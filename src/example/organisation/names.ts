import { folded } from '#lib/server/texts/folded.ts';
import type { Random } from '../random.ts';

/** Terms of music, woods and colours: nobody is called so. */
const FAMILY_NAMES = `
  Accelerando Acero Adagio Allegretto Andantino Appoggiatura Arpeggio Bagatella Barcarola Bemolle Bequadro Bergamasca
  Biscroma Cadenza Cantabile Cavatina Cembalo Cetra Chitarrone Ciaccona Clavicordo Contralto Contrappunto Contrabbasso
  Controfagotto Cordiera Crescendo Croma Diesis Diminuendo Divertimento Dominante Fandango Fermata
  Filarmonica Fiscorno Fisarmonica Fortepiano Fortissimo Gavotta Ghironda Giga Glissando Grancassa Indaco Intermezzo
  Larghetto Legato Leggio Liuto Madrigale Magenta Mandolino Mediante Melodramma Metronomo Minuetto Moderato Mogano
  Mordente Nonetto Notturno Oboe Ocarina Ostinato Ottavino Ottetto Palissandro Partitura Passacaglia Pentagramma
  Pianissimo Pifferaio Pizzicato Polifonia Ponticello Portato Preludio Prestissimo Quintetto Recitativo Ritardando
  Ritornello Romanza Rondò Rubato Sarabanda Semibreve Semicroma Semiminima Semitono Serenata Settimino Siciliana Sinfonia
  Sordina Sottodominante Sovracuto Spinetta Staccato Stringendo Tarantella Tastiera Terzina Timpano Tiorba Toccata Tonica
  Tremolo Tritono Turchese Ukulele Unisono Vermiglio Vibrafono Vibrato Villanella Violoncello Virginale Vivacissimo
`
  .trim()
  .split(/\s+/);

const GIVEN_NAMES = `
  Ada Adele Agnese Alba Alessio Alice Andrea Anita Anna Arturo Aurora Bruno Camilla Carla Caterina Chiara Cosimo Dario
  Davide Delia Diego Edoardo Elena Elisa Emilia Emma Enea Enrico Ester Fabio Federica Filippo Flavia Gaia Giacomo Giada
  Gino Gioele Giorgia Giulia Greta Ines Irene Ivan Lara Lea Leonardo Lia Linda Livia Lorenzo Luca Lucia Marco Marta Matteo
  Mattia Michele Mira Nadia Niccolò Nina Noè Nora Olga Oscar Pietro Rebecca Renata Rita Rocco Samuele Sara Silvia Simone
  Sofia Tea Tommaso Ugo Vera Zoe
`
  .trim()
  .split(/\s+/);

export interface Name {
  readonly givenName: string;
  readonly familyName: string;
  readonly mail: string;
}

/** So many names, all different, and plainly nobody's. The mail addresses lead nowhere (RFC 2606). */
export function names(count: number, random: Random): Name[] {
  const all = FAMILY_NAMES.flatMap((familyName) =>
    GIVEN_NAMES.map((givenName) => ({
      givenName,
      familyName,
      mail: `${folded(givenName)}.${folded(familyName)}@demo.invalid`,
    })),
  );
  return random.shuffled(all).slice(0, count);
}
