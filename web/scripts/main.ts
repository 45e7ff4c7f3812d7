// The one script of every page. Each part enhances markup that works without it.
import htmx from "htmx.org";
import { awaken } from "./awaken";
import "./menus";
import "./theme";
import "./flash";
import "./trouble";
import "./confirm";
import "./compose";
import "./reactions";
import "./viewer";
import "./photo_page";
import "./live";
import "./endless";
import "./proof";
import "./local_time";
import "./copy";
import "./share";
import "./password_strength";
import "./fold";
import "./textarea";
import "./tick_all";
import "./pick_people";
import "./crop_picture";

document.documentElement.classList.add("scripted");
document.addEventListener("htmx:load", (event) => awaken((event as CustomEvent<{ elt: Element }>).detail.elt));
awaken(document);
void htmx;
