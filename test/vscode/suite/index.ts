import './activation.ts';
import './mail-flow.ts';
import './mail-path.ts';
import './mail-wizards.ts';
import './language.ts';
import './snippets.ts';
import './refactorings.ts';
