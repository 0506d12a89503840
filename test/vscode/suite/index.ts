import './activation.ts';
import './language.ts';
import './snippets.ts';
import './mail-flow.ts';
import './mail-path.ts';
import './mail-wizards.ts';
