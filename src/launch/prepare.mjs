// Called by npm after every install in this folder, so that `npm install` by hand is not repeated by `npm start`.
import { stampDependencies } from './dependencies.mjs';

stampDependencies();
