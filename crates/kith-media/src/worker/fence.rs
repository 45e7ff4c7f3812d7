//! The fence: what the kernel will no longer let this process do.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs::File;
use std::io::{Read, Write};

use landlock::{ABI, Access, AccessFs, AccessNet, Ruleset, RulesetAttr, RulesetStatus, Scope};
use rustix::process::{Resource, Rlimit, Signal, setrlimit};
use seccompiler::{
    BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter, SeccompRule,
};

use crate::limits::Limits;
use crate::wire::Fence;

/// Puts up every fence the kernel offers and says which stand. One that is missing is no reason to stop: the
/// others hold, the decoders are memory-safe code, and the parent writes a note for the people who run the server.
pub(crate) fn raise(limits: &Limits) -> Fence {
    // Without a parent there is nobody to enforce the clock.
    let _ = rustix::process::set_parent_process_death_signal(Some(Signal::KILL));
    let rlimits = bound_resources(limits).is_ok();
    let landlock = leave_file_system().unwrap_or(false);
    // After this no file can be opened; those that are open stay usable. Landlock needed one.
    let no_files = bound(Resource::Nofile, 0).is_ok();
    let seccomp = forbid_calls().is_ok();
    Fence { rlimits: rlimits && no_files, landlock, seccomp }
}

fn bound(resource: Resource, most: u64) -> rustix::io::Result<()> {
    setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) })
}

fn bound_resources(limits: &Limits) -> rustix::io::Result<()> {
    bound(Resource::As, limits.worker_memory)?;
    bound(Resource::Cpu, limits.cpu_seconds)?;
    bound(Resource::Core, 0)?;
    bound(Resource::Fsize, 0)?;
    bound(Resource::Nproc, 0)
}

/// No path may be read, written, made or run, and no port reached.
fn leave_file_system() -> Result<bool, Box<dyn Error>> {
    let status = Ruleset::default()
        .handle_access(AccessFs::from_all(ABI::V5))?
        .handle_access(AccessNet::from_all(ABI::V5))?
        .scope(Scope::from_all(ABI::V6))?
        .create()?
        .restrict_self()?;
    Ok(status.ruleset != RulesetStatus::NotEnforced)
}

/// Calls that memory, time, randomness and an orderly end need, whatever their arguments.
const ALLOWED: &[libc::c_long] = &[
    libc::SYS_munmap,
    libc::SYS_mremap,
    libc::SYS_brk,
    libc::SYS_madvise,
    libc::SYS_futex,
    libc::SYS_getrandom,
    libc::SYS_clock_gettime,
    libc::SYS_rt_sigreturn,
    libc::SYS_rt_sigaction,
    libc::SYS_rt_sigprocmask,
    libc::SYS_sigaltstack,
    libc::SYS_restart_syscall,
    libc::SYS_sched_yield,
    libc::SYS_close,
    libc::SYS_exit,
    libc::SYS_exit_group,
];

/// From here on: read standard input, write standard output and error, take and give memory, end. A descriptor
/// that slipped in from the parent is of no use, because reading and writing are allowed by number.
fn forbid_calls() -> Result<(), Box<dyn Error>> {
    let mut rules: BTreeMap<i64, Vec<SeccompRule>> = ALLOWED.iter().map(|call| (*call, Vec::new())).collect();
    rules.insert(libc::SYS_read, vec![argument(0, SeccompCmpOp::Eq, 0)?]);
    let outputs = || {
        Ok::<_, Box<dyn Error>>(vec![argument(0, SeccompCmpOp::Eq, 1)?, argument(0, SeccompCmpOp::Eq, 2)?])
    };
    rules.insert(libc::SYS_write, outputs()?);
    rules.insert(libc::SYS_writev, outputs()?);
    // Memory yes, but none that can be run.
    let executable = u64::from(libc::PROT_EXEC.unsigned_abs());
    for call in [libc::SYS_mmap, libc::SYS_mprotect] {
        rules.insert(call, vec![argument(2, SeccompCmpOp::MaskedEq(executable), 0)?]);
    }
    let refuse = SeccompAction::Errno(libc::EPERM.unsigned_abs());
    let filter = SeccompFilter::new(rules, refuse, SeccompAction::Allow, std::env::consts::ARCH.try_into()?)?;
    let program: BpfProgram = filter.try_into()?;
    seccompiler::apply_filter(&program)?;
    Ok(())
}

fn argument(index: u8, operator: SeccompCmpOp, value: u64) -> Result<SeccompRule, seccompiler::BackendError> {
    SeccompRule::new(vec![SeccompCondition::new(index, SeccompCmpArgLen::Dword, operator, value)?])
}

/// Puts up the fence, then does what a captured worker would try; returns what worked.
pub(crate) fn attempts(limits: &Limits) -> (Fence, Vec<&'static str>) {
    // These stand for what the parent may have left open by mistake.
    let readable = File::open("/etc/passwd");
    let writable = File::options().write(true).open("/dev/null");
    let fence = raise(limits);
    let tries: [(&'static str, bool); 9] = [
        ("read a file left open", readable.is_ok_and(|mut file| file.read(&mut [0; 8]).is_ok())),
        ("write a file left open", writable.is_ok_and(|mut file| file.write(b"x").is_ok())),
        ("read a file", std::fs::read("/etc/passwd").is_ok()),
        ("list a folder", std::fs::read_dir("/").is_ok()),
        ("write a file", std::fs::write("/tmp/kith-media-probe", "x").is_ok()),
        ("open a socket", std::net::UdpSocket::bind("127.0.0.1:0").is_ok()),
        ("reach a port", std::net::TcpStream::connect("127.0.0.1:9").is_ok()),
        ("start a program", std::process::Command::new("/bin/true").status().is_ok()),
        ("start a thread", std::thread::Builder::new().spawn(|| ()).is_ok()),
    ];
    (fence, tries.into_iter().filter(|(_, worked)| *worked).map(|(what, _)| what).collect())
}
