/**
 * The modules that come with the program: triggers, logic and actions, one file each, every one a bean and nothing else.
 * They know the module contract and what lies under it; never the engine, the store or HTTP.
 */
package dev.sluice.modules;
