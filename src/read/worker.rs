//! Parsing in a process of its own: a crash, a failed allocation or an endless loop costs one file.
//!
//! Parent and worker speak through the worker's stdin and stdout: a length of 8 bytes, then that many bytes. Asked are a question in postcard
//! and the file as it is; answered is in postcard.

use std::io::{self, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use super::grid::Workbook;
use super::{Isolation, processor, workbook};
use crate::finding::{self, Finding};
use crate::settings::Limits;

/// The hidden subcommand under which the program parses for its parent.
pub const SUBCOMMAND: &str = "parse-worker";

/// Nearer than this the time of a processor is not told.
const TICK: Duration = Duration::from_millis(20);
/// Nearly every file is answered within this time, and nobody asks the system for the time it took, which takes longer than to read some of them.
const AT_ONCE: Duration = Duration::from_millis(100);
/// So many times its time of the processor a worker has by the clock: one that waits for something that never comes is ended, too.
const MOST_BY_THE_CLOCK: u32 = 10;

type Parsed = Result<(Workbook, Vec<Finding>), Box<Finding>>;

#[derive(Serialize, Deserialize)]
struct Request {
    name: String,
    limits: Limits,
}

/// Parses files one after another; a worker process that dies is replaced at the next file.
pub(super) struct Worker<'a> {
    program: Option<PathBuf>,
    limits: &'a Limits,
    process: Option<Process>,
}

struct Process {
    child: Child,
    replies: Receiver<Vec<u8>>,
    stderr: Option<JoinHandle<String>>,
}

impl<'a> Worker<'a> {
    pub fn new(isolation: &Isolation, limits: &'a Limits) -> Self {
        let program = match isolation {
            Isolation::Workers(program) => Some(program.clone()),
            Isolation::InProcess => None,
        };
        Worker { program, limits, process: None }
    }

    /// Parses one file, wherever that is done.
    pub fn parse(&mut self, name: &str, bytes: &[u8]) -> Parsed {
        let Some(program) = self.program.clone() else { return guarded(name, bytes, self.limits) };
        let crash = || Box::new(Finding::new(&finding::READER_CRASH));
        let request = Request { name: name.to_owned(), limits: self.limits.clone() };
        let request = postcard::to_stdvec(&request).map_err(|_| crash())?;
        let mut process = match self.process.take() {
            Some(process) => process,
            None => Process::start(&program, self.limits)
                .map_err(|error| Box::new(Finding::new(&finding::UNREADABLE_PATH).with("cause", error)))?,
        };
        match process.ask(&request, bytes, self.patience(bytes.len())) {
            Ok(reply) => {
                self.process = Some(process);
                postcard::from_bytes(&reply).unwrap_or_else(|_| Err(crash()))
            }
            Err(End::TooLong(seconds)) => {
                process.kill();
                Err(Box::new(Finding::new(&finding::TIME_LIMIT).with("limit", seconds)))
            }
            Err(End::Died) => {
                let last_words = process.kill();
                if last_words.contains("memory allocation of") {
                    Err(Box::new(Finding::new(&finding::MEMORY_LIMIT).with("limit", format!("{} MiB", self.limits.worker_memory_mib))))
                } else {
                    Err(crash())
                }
            }
        }
    }

    fn patience(&self, size: usize) -> Duration {
        Duration::from_secs(if size as u64 > self.limits.large_file_bytes() {
            self.limits.large_file_seconds
        } else {
            self.limits.file_seconds
        })
    }
}

impl Drop for Worker<'_> {
    fn drop(&mut self) {
        if let Some(process) = self.process.take() {
            process.kill();
        }
    }
}

/// Why no answer came.
enum End {
    TooLong(u64),
    Died,
}

impl Process {
    fn start(program: &Path, limits: &Limits) -> io::Result<Process> {
        let mut child = Command::new(program)
            .arg(SUBCOMMAND)
            .arg(limits.worker_memory_mib.to_string())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()?;
        let (sender, replies) = channel();
        if let Some(mut stdout) = child.stdout.take() {
            thread::spawn(move || {
                while let Ok(reply) = receive(&mut stdout) {
                    if sender.send(reply).is_err() {
                        return;
                    }
                }
            });
        }
        let stderr = child.stderr.take().map(|stderr| {
            thread::spawn(move || {
                let mut words = Vec::new();
                let _ = stderr.take(64 << 10).read_to_end(&mut words);
                String::from_utf8_lossy(&words).into_owned()
            })
        });
        Ok(Process { child, replies, stderr })
    }

    /// Sends from a thread of its own: a worker that never reads must not hold the parent.
    fn ask(&mut self, request: &[u8], bytes: &[u8], patience: Duration) -> Result<Vec<u8>, End> {
        let mut stdin = self.child.stdin.take().ok_or(End::Died)?;
        let answer = thread::scope(|scope| {
            let sending = scope.spawn(move || send(&mut stdin, request).and_then(|()| send(&mut stdin, bytes)).map(|()| stdin));
            let answer = self.answer(patience);
            if answer.is_err() {
                let _ = self.child.kill();
            }
            (answer, sending.join())
        });
        if let (answer, Ok(Ok(stdin))) = answer {
            self.child.stdin = Some(stdin);
            answer
        } else {
            Err(match answer.0 {
                Err(End::TooLong(seconds)) => End::TooLong(seconds),
                _ => End::Died,
            })
        }
    }

    /// Waits until the worker has answered, or has had so much time of the processor: how long that takes by the clock depends on what else
    /// the machine does, and the same file must be read, or refused, whatever that is.
    fn answer(&self, patience: Duration) -> Result<Vec<u8>, End> {
        let begun = Instant::now();
        match self.replies.recv_timeout(AT_ONCE) {
            Ok(reply) => return Ok(reply),
            Err(RecvTimeoutError::Disconnected) => return Err(End::Died),
            Err(RecvTimeoutError::Timeout) => {}
        }
        // What it has had for this file until now is no more than that, and is given to it.
        let used_before = processor::time_of(self.child.id());
        let mut wait = patience;
        loop {
            match self.replies.recv_timeout(wait) {
                Ok(reply) => return Ok(reply),
                Err(RecvTimeoutError::Disconnected) => return Err(End::Died),
                Err(RecvTimeoutError::Timeout) => {}
            }
            let used = used_before.zip(processor::time_of(self.child.id())).map_or(patience, |(before, now)| now.saturating_sub(before));
            let left = patience.saturating_sub(used);
            if left < TICK || begun.elapsed() >= patience * MOST_BY_THE_CLOCK {
                return Err(End::TooLong(patience.as_secs()));
            }
            // It works on one processor at a time, and cannot have had its time before.
            wait = left;
        }
    }

    /// Ends the worker, and returns what it said last.
    fn kill(mut self) -> String {
        let _ = self.child.kill();
        let _ = self.child.wait();
        self.stderr.take().and_then(|stderr| stderr.join().ok()).unwrap_or_default()
    }
}

/// The worker's side: answers requests until the parent is gone. A panic is answered too; what cannot be caught ends this process only.
///
/// # Errors
/// Stdin or stdout broke in the middle of a message.
pub fn serve() -> io::Result<()> {
    std::panic::set_hook(Box::new(|_| {}));
    let (mut stdin, mut stdout) = (io::stdin().lock(), io::stdout().lock());
    while let Ok(message) = receive(&mut stdin) {
        let bytes = receive(&mut stdin)?;
        let parsed: Parsed = match postcard::from_bytes::<Request>(&message) {
            Ok(request) => guarded(&request.name, &bytes, &request.limits),
            Err(_) => Err(Box::new(Finding::new(&finding::READER_CRASH))),
        };
        let reply = postcard::to_stdvec(&parsed).map_err(io::Error::other)?;
        send(&mut stdout, &reply)?;
    }
    Ok(())
}

fn guarded(name: &str, bytes: &[u8], limits: &Limits) -> Parsed {
    catch_unwind(AssertUnwindSafe(|| workbook::read(name, bytes, limits)))
        .unwrap_or_else(|_| Err(Box::new(Finding::new(&finding::READER_CRASH))))
}

fn send(out: &mut impl Write, message: &[u8]) -> io::Result<()> {
    out.write_all(&(message.len() as u64).to_le_bytes())?;
    out.write_all(message)?;
    out.flush()
}

fn receive(from: &mut impl Read) -> io::Result<Vec<u8>> {
    const MOST: u64 = 2 << 30;
    let mut length = [0; 8];
    from.read_exact(&mut length)?;
    let length = u64::from_le_bytes(length);
    if length > MOST {
        return Err(io::Error::other("message too long"));
    }
    let mut message = Vec::new();
    from.take(length).read_to_end(&mut message)?;
    if message.len() as u64 == length { Ok(message) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
}
