// Run by ensureCatalogue on the installed Node, when the dependencies are there.
import { compile } from '@inlang/paraglide-js';
import { catalogueOptions } from './catalogue.mjs';

await compile(catalogueOptions());
