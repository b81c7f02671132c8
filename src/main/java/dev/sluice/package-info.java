/**
 * The house: see the picture in README.md. Floors from the ground up: graph, payload, template; module; engine, modules; store; http.
 * Every import points down. HouseTest says so.
 */
package dev.sluice;
