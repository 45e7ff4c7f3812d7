//! People as the community knows them: handle, name, mail, password, role, state, preferences.

mod passwords;

pub use passwords::PasswordPool;
